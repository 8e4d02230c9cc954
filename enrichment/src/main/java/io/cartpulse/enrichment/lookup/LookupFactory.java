package io.cartpulse.enrichment.lookup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.cartpulse.enrichment.provider.RemoteSource;
import io.cartpulse.enrichment.store.ReferenceStore;
import io.cartpulse.enrichment.web.CallGuard;
import io.cartpulse.enrichment.web.RetrySettings;
import io.cartpulse.enrichment.web.SpringRetryCallGuard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.retry.backoff.ThreadWaitSleeper;

/**
 * Puts look-ups together: the providers that are on are asked, in their order. Look-ups
 * that ask the same provider share its guard. Tells once where values come from.
 */
final class LookupFactory {

	private static final Logger logger = LoggerFactory.getLogger(LookupFactory.class);

	private final RetrySettings retry;

	private final Books books;

	private final Map<String, CallGuard> guards = new HashMap<>();

	private final Set<String> told = new HashSet<>();

	LookupFactory(RetrySettings retry, Books books) {
		this.retry = retry;
		this.books = books;
	}

	<K, V> Lookup<K, V> lookup(Lookup.Subject<K> subject, ReferenceStore<K, V> store, List<RemoteSource<K, V>> sources,
			@Nullable LocalSource<K, V> local) {
		List<RemoteSource<K, V>> on = sources.stream().filter(RemoteSource::isOn).toList();
		List<RemoteSource<K, V>> off = sources.stream().filter((source) -> !source.isOn()).toList();
		off.forEach(this::tellOff);
		tell(subject.text(), on, local);
		List<RemoteLookup<K, V>> remotes = on.stream()
			.map((source) -> new RemoteLookup<>(subject.text(), source, guard(source), store, this.books))
			.toList();
		return new Lookup<>(subject, store, this.books, remotes, local, off);
	}

	private CallGuard guard(RemoteSource<?, ?> source) {
		return this.guards.computeIfAbsent(source.name(), (name) -> new SpringRetryCallGuard(this.retry,
				source.settings().concurrency(), new ThreadWaitSleeper(), this.books.clock()));
	}

	private void tellOff(RemoteSource<?, ?> source) {
		if (this.told.add(source.name())) {
			logger.info("{} is off; {} turns it on", source.name(), source.switchedOnBy());
		}
	}

	private static <K, V> void tell(String subject, List<RemoteSource<K, V>> on, @Nullable LocalSource<K, V> local) {
		String from = on.stream().map(RemoteSource::name).collect(Collectors.joining(", else "));
		if (on.isEmpty()) {
			from = (local != null) ? local.name() + ", on board" : "nowhere";
		}
		logger.info("Source of {}: {}", subject, from);
	}

}
