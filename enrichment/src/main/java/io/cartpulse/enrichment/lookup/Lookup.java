package io.cartpulse.enrichment.lookup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.Reach;
import io.cartpulse.enrichment.atlas.Atlas;
import io.cartpulse.enrichment.provider.RemoteSource;
import io.cartpulse.enrichment.sample.SampleRates;
import io.cartpulse.enrichment.store.ReferenceStore;
import io.cartpulse.enrichment.store.ReferenceStore.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Looks values of one subject up: what is kept counts, then a provider is asked, and the
 * next one where it has no answer yet, or what is on board where there is none.
 *
 * @param <K> what values are looked up by
 * @param <V> the values
 */
final class Lookup<K, V> implements Reach<K> {

	/** Values from there give way to a provider's. */
	private static final Set<String> ON_BOARD = Set.of(Atlas.SOURCE, SampleRates.SOURCE);

	private final Subject<K> subject;

	private final ReferenceStore<K, V> store;

	private final Books books;

	private final @Nullable RemoteLookup<K, V> remote;

	private final List<RemoteLookup<K, V>> further;

	private final @Nullable LocalSource<K, V> local;

	private final List<RemoteSource<K, V>> off;

	private final InFlight<K, Answer<V>> inFlight = new InFlight<>();

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	/**
	 * A look-up.
	 * @param remotes ask a provider each, the first one first
	 * @param local what is on board; null: it is not to be used
	 * @param off the providers that the settings turn off
	 */
	Lookup(Subject<K> subject, ReferenceStore<K, V> store, Books books, List<RemoteLookup<K, V>> remotes,
			@Nullable LocalSource<K, V> local, List<RemoteSource<K, V>> off) {
		this.subject = subject;
		this.store = store;
		this.books = books;
		this.remote = remotes.isEmpty() ? null : remotes.get(0);
		this.further = remotes.stream().skip(1).toList();
		this.local = local;
		this.off = List.copyOf(off);
	}

	Answer<V> find(K key) {
		return this.inFlight.once(key, () -> findAlone(key), this.hits::increment);
	}

	Map<K, Answer<V>> findAll(Collection<K> keys) {
		Set<K> distinct = new LinkedHashSet<>(keys);
		Map<K, Kept<V>> kept = this.store.find(distinct);
		Map<K, Answer<V>> answers = new LinkedHashMap<>();
		List<K> missing = new ArrayList<>();
		for (K key : distinct) {
			Kept<V> known = kept.get(key);
			if (known != null && isEnough(key, known)) {
				answers.put(key, answer(known.value(), known.source()));
			}
			else {
				missing.add(key);
			}
		}
		this.hits.add(answers.size());
		answers.putAll(findMissing(missing));
		return answers;
	}

	@Override
	public boolean covers(K key) {
		return canBeAnswered(key) && (this.remote != null || this.local != null);
	}

	@Override
	public Set<String> replaced() {
		return (this.remote != null) ? ON_BOARD : Set.of();
	}

	List<ProviderStatus> status() {
		List<ProviderStatus> status = new ArrayList<>();
		if (this.remote != null) {
			status.add(this.remote.status(this.hits.sum(), this.misses.sum()));
		}
		else if (this.local != null) {
			status.add(new ProviderStatus(this.local.name(), this.subject.text(), true, List.of(), null,
					ProviderStatus.Breaker.CLOSED, this.hits.sum(), this.misses.sum(),
					this.books.pending().count(this.subject.text()), null));
		}
		this.further.forEach((provider) -> status.add(provider.status(0, 0)));
		this.off.forEach((source) -> status.add(statusOff(source)));
		return status;
	}

	private ProviderStatus statusOff(RemoteSource<K, V> source) {
		Instant now = this.books.clock().instant();
		return new ProviderStatus(source.name(), this.subject.text(), false,
				this.books.budgets().budgets(source.name(), source.settings().limits(), now),
				this.books.budgets().pausedUntil(source.name(), now), ProviderStatus.Breaker.CLOSED, 0, 0, 0,
				this.books.failures().last(source.name()));
	}

	private Map<K, Answer<V>> findMissing(List<K> keys) {
		if (keys.isEmpty()) {
			return Map.of();
		}
		Map<Boolean, List<K>> byUse = keys.stream().collect(Collectors.partitioningBy(this::canBeAnswered));
		List<K> answerable = byUse.getOrDefault(true, List.of());
		Map<K, Answer<V>> answers = new LinkedHashMap<>(each(byUse.getOrDefault(false, List.of())));
		if (this.remote == null && this.local != null) {
			this.misses.add(answerable.size());
			LocalSource<K, V> source = this.local;
			addOnBoard(answerable, source).forEach((key, value) -> answers.put(key, answer(value, source.name())));
		}
		else {
			answers.putAll((this.remote != null) ? askUntilRefused(answerable, this.remote) : each(answerable));
		}
		return answers;
	}

	/** Once no request makes sense, the rest is noted at once. */
	private Map<K, Answer<V>> askUntilRefused(List<K> keys, RemoteLookup<K, V> provider) {
		Map<K, Answer<V>> answers = new LinkedHashMap<>();
		for (int next = 0; next < keys.size(); next++) {
			Map<K, Answer<V>> refused = this.further.isEmpty() ? provider.refuse(keys.subList(next, keys.size()))
					: Map.of();
			if (!refused.isEmpty()) {
				this.misses.add(refused.size());
				answers.putAll(refused);
				break;
			}
			answers.put(keys.get(next), find(keys.get(next)));
		}
		return answers;
	}

	private Map<K, Answer<V>> each(List<K> keys) {
		Map<K, Answer<V>> answers = new LinkedHashMap<>();
		keys.forEach((key) -> answers.put(key, find(key)));
		return answers;
	}

	private boolean canBeAnswered(K key) {
		return !isEarly(key) && (this.remote == null || this.remote.cannotAnswer(key) == null);
	}

	private boolean isEarly(K key) {
		Instant opens = this.subject.opensAt(key);
		return opens != null && opens.isAfter(this.books.clock().instant());
	}

	private Answer<V> findAlone(K key) {
		if (isEarly(key)) {
			return new Answer.Pending<>(Answer.Reason.TOO_EARLY, this.subject.opensAt(key));
		}
		Kept<V> kept = this.store.find(List.of(key)).get(key);
		if (kept != null && isEnough(key, kept)) {
			this.hits.increment();
			return answer(kept.value(), kept.source());
		}
		this.misses.increment();
		return findAnew(key);
	}

	private Answer<V> findAnew(K key) {
		if (this.remote != null) {
			String explanation = this.remote.cannotAnswer(key);
			return (explanation != null) ? new Answer.Off<>(explanation) : askInTurn(key, this.remote);
		}
		if (this.local != null) {
			return answer(addOnBoard(List.of(key), this.local).get(key), this.local.name());
		}
		return new Answer.Off<>(this.subject.howToTurnOn());
	}

	private Answer<V> askInTurn(K key, RemoteLookup<K, V> first) {
		Answer<V> answer = first.ask(key);
		for (RemoteLookup<K, V> next : this.further) {
			if (answer instanceof Answer.Pending && next.cannotAnswer(key) == null) {
				Answer<V> other = next.ask(key);
				answer = (other instanceof Answer.Pending) ? answer : other;
			}
		}
		return answer;
	}

	private boolean isEnough(K key, Kept<V> kept) {
		return this.remote == null || !ON_BOARD.contains(kept.source()) || this.remote.cannotAnswer(key) != null;
	}

	private Map<K, @Nullable V> addOnBoard(List<K> keys, LocalSource<K, V> source) {
		Map<K, @Nullable V> values = new LinkedHashMap<>();
		// in one order everywhere: two instances then never wait for each other
		keys.stream()
			.sorted(Comparator.comparing(Object::toString))
			.forEach((key) -> values.put(key, source.answer(key)));
		this.books.alone().executeWithoutResult((status) -> {
			this.store.keep(values, source.name());
			this.books.pending().done(this.subject.text(), values.keySet().stream().map(Object::toString).toList());
		});
		return values;
	}

	private static <V> Answer<V> answer(@Nullable V value, String source) {
		return (value != null) ? new Answer.Found<>(value, source) : new Answer.Nothing<>(source);
	}

	/**
	 * What is looked up.
	 *
	 * @param <K> what values are looked up by
	 * @param text its name
	 * @param opens when a value can exist; null: always
	 * @param howToTurnOn what to set so that somebody answers
	 */
	record Subject<K>(String text, Function<K, @Nullable Instant> opens, String howToTurnOn) {

		@Nullable Instant opensAt(K key) {
			return this.opens.apply(key);
		}

	}

}
