package io.cartpulse.enrichment.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.provider.RemoteSource;
import io.cartpulse.enrichment.store.ReferenceStore;
import io.cartpulse.enrichment.web.CallGuard;
import io.cartpulse.enrichment.web.FailureKind;
import io.cartpulse.enrichment.web.NotAskedException;
import io.cartpulse.enrichment.web.ProviderFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a provider within its budget, keeps what it says and notes what it does not.
 *
 * @param <K> what values are looked up by
 * @param <V> the values
 */
final class RemoteLookup<K, V> {

	private static final Logger logger = LoggerFactory.getLogger(RemoteLookup.class);

	/** Where the provider does not say how long. */
	private static final Duration PAUSE = Duration.ofHours(1);

	/** Whatever the provider says, it is tried once a day. */
	private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

	private final String subject;

	private final RemoteSource<K, V> source;

	private final CallGuard guard;

	private final ReferenceStore<K, V> store;

	private final Books books;

	/** No request is made before its moment. */
	private volatile @Nullable NotAskedException closed;

	private volatile @Nullable FailureKind logged;

	RemoteLookup(String subject, RemoteSource<K, V> source, CallGuard guard, ReferenceStore<K, V> store, Books books) {
		this.subject = subject;
		this.source = source;
		this.guard = guard;
		this.store = store;
		this.books = books;
	}

	@Nullable String cannotAnswer(K key) {
		return this.source.cannotAnswer(key);
	}

	Answer<V> ask(K key) {
		NotAskedException refusal = refusal();
		if (refusal != null) {
			return notAsked(key, refusal);
		}
		Instant waits = this.books.pending().waitsUntil(this.subject, key.toString(), now());
		return (waits != null) ? new Answer.Pending<>(Answer.Reason.WAITS_AFTER_FAILURE, waits) : request(key);
	}

	/**
	 * Notes many values as wanted, if no request makes sense now.
	 * @return an answer for each; nothing when one should be asked for
	 */
	Map<K, Answer<V>> refuse(List<K> keys) {
		NotAskedException refusal = refusal();
		if (refusal == null) {
			return Map.of();
		}
		want(keys);
		Answer<V> pending = new Answer.Pending<>(refusal.reason(), refusal.notBefore());
		return keys.stream().collect(Collectors.toMap(Function.identity(), (key) -> pending));
	}

	ProviderStatus status(long hits, long misses) {
		Instant now = now();
		String name = this.source.name();
		Instant paused = this.books.budgets().pausedUntil(name, now);
		NotAskedException refusal = this.closed;
		if (paused == null && refusal != null && refusal.reason() == Answer.Reason.PROVIDER_PAUSED
				&& isAhead(refusal.notBefore(), now)) {
			paused = refusal.notBefore();
		}
		return new ProviderStatus(name, this.subject, true,
				this.books.budgets().budgets(name, this.source.settings().limits(), now), paused, breaker(), hits,
				misses, this.books.pending().count(this.subject), this.books.failures().last(name));
	}

	private ProviderStatus.Breaker breaker() {
		return (this.guard.openUntil() != null) ? ProviderStatus.Breaker.OPEN : ProviderStatus.Breaker.CLOSED;
	}

	private Answer<V> request(K key) {
		try {
			V value = this.guard.<@Nullable V>call(() -> {
				this.books.budgets().take(this.source.name(), this.source.settings().limits(), now());
				return this.source.ask(key);
			});
			return keep(key, value);
		}
		catch (NotAskedException ex) {
			// the breaker tells itself when it lets one out again
			this.closed = (ex.reason() != Answer.Reason.BREAKER_OPEN) ? ex : this.closed;
			return undisturbed(() -> notAsked(key, ex));
		}
		catch (ProviderFailure ex) {
			return undisturbed(() -> failed(key, ex));
		}
	}

	/** A thread told to stop while it waited still notes what is wanted. */
	private static <T> T undisturbed(Supplier<T> noting) {
		boolean interrupted = Thread.interrupted();
		try {
			return noting.get();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private Answer<V> keep(K key, @Nullable V value) {
		this.logged = null;
		this.books.alone().executeWithoutResult((status) -> {
			this.store.keep(Collections.singletonMap(key, value), this.source.name());
			this.books.pending().done(this.subject, List.of(key.toString()));
		});
		return (value != null) ? new Answer.Found<>(value, this.source.name())
				: new Answer.Nothing<>(this.source.name());
	}

	/** Why no request is made, if that is known without trying. */
	private @Nullable NotAskedException refusal() {
		NotAskedException refusal = this.closed;
		if (refusal != null && isAhead(refusal.notBefore(), now())) {
			return refusal;
		}
		Instant open = this.guard.openUntil();
		return isAhead(open, now()) ? new NotAskedException(Answer.Reason.BREAKER_OPEN, open) : null;
	}

	private Answer<V> notAsked(K key, NotAskedException ex) {
		want(List.of(key));
		return new Answer.Pending<>(ex.reason(), ex.notBefore());
	}

	private void want(List<K> keys) {
		this.books.alone()
			.executeWithoutResult((status) -> this.books.pending()
				.want(this.subject, keys.stream().map(Object::toString).toList(), now()));
	}

	private Answer<V> failed(K key, ProviderFailure failure) {
		log(failure);
		Instant now = now();
		Instant nextTry = this.books.alone().execute((status) -> note(key, failure, now));
		Instant pausedUntil = pause(failure, now);
		if (pausedUntil != null) {
			return new Answer.Pending<>(Answer.Reason.PROVIDER_PAUSED, pausedUntil);
		}
		boolean early = failure.kind() == FailureKind.NOT_YET;
		return new Answer.Pending<>(early ? Answer.Reason.TOO_EARLY : Answer.Reason.REQUEST_FAILED, nextTry);
	}

	private @Nullable Instant note(K key, ProviderFailure failure, Instant now) {
		this.books.failures()
			.note(this.source.name(),
					new ProviderStatus.Failure(failure.kind().name(), String.valueOf(failure.getMessage()), now));
		if (failure.kind().delaysValue()) {
			return this.books.pending().failed(this.subject, key.toString(), failure.kind().name(), now);
		}
		this.books.pending().want(this.subject, List.of(key.toString()), now);
		return null;
	}

	/**
	 * A pause the provider asked for counts for all instances. That a key is refused, or
	 * a plan too small, is forgotten with the process: it may be started again to mend
	 * that.
	 */
	private @Nullable Instant pause(ProviderFailure failure, Instant now) {
		Duration asked = failure.retryAfter();
		if (!failure.kind().pausesProvider() && asked == null) {
			return null;
		}
		Instant until = now.plus(bounded((asked != null) ? asked : PAUSE));
		if (asked != null || failure.kind() == FailureKind.QUOTA_SPENT) {
			this.books.budgets().pause(this.source.name(), until, now);
		}
		this.closed = new NotAskedException(Answer.Reason.PROVIDER_PAUSED, until);
		return until;
	}

	private static boolean isAhead(@Nullable Instant moment, Instant now) {
		return moment != null && moment.isAfter(now);
	}

	private static Duration bounded(Duration asked) {
		return asked.isNegative() ? Duration.ZERO : (asked.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : asked;
	}

	/** Once, until it is another failure or all is well again. */
	private void log(ProviderFailure failure) {
		if (failure.kind() != this.logged) {
			this.logged = failure.kind();
			logger.warn("No {} from {} [{}]; what is wanted stays pending", this.subject, failure.getMessage(),
					failure.kind());
		}
	}

	private Instant now() {
		return this.books.clock().instant();
	}

}
