package io.cartpulse.enrichment.lookup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * Puts look-ups together: the first provider that is on is asked. Look-ups that ask the
 * same provider share its guard. Tells once where values come from.
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
		RemoteSource<K, V> on = sources.stream().filter(RemoteSource::isOn).findFirst().orElse(null);
		List<RemoteSource<K, V>> others = sources.stream().filter((source) -> source != on).toList();
		others.forEach((source) -> tellNotAsked(source, on));
		tell(subject.text(), on, local);
		RemoteLookup<K, V> remote = (on != null) ? new RemoteLookup<>(subject.text(), on, guard(on), store, this.books)
				: null;
		return new Lookup<>(subject, store, this.books, remote, local, others);
	}

	private CallGuard guard(RemoteSource<?, ?> source) {
		return this.guards.computeIfAbsent(source.name(), (name) -> new SpringRetryCallGuard(this.retry,
				source.settings().concurrency(), new ThreadWaitSleeper(), this.books.clock()));
	}

	private void tellNotAsked(RemoteSource<?, ?> source, @Nullable RemoteSource<?, ?> on) {
		if (!this.told.add(source.name())) {
			return;
		}
		if (source.isOn() && on != null) {
			logger.info("{} is not asked while {} is on", source.name(), on.name());
		}
		else {
			logger.info("{} is off; {} turns it on", source.name(), source.switchedOnBy());
		}
	}

	private static void tell(String subject, @Nullable RemoteSource<?, ?> on, @Nullable LocalSource<?, ?> local) {
		String from = (on != null) ? on.name() : (local != null) ? local.name() + ", on board" : "nowhere";
		logger.info("Source of {}: {}", subject, from);
	}

}
