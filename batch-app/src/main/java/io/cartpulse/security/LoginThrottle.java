package io.cartpulse.security;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/**
 * Bears some failed logins from an address, and fewer for one name, then refuses further
 * ones until time has passed. A right password counts nothing.
 */
final class LoginThrottle {

	private static final int MOST_KEPT = 100_000;

	private static final int LONGEST_NAME = 100;

	private final LoadingCache<String, Bucket> byName;

	private final LoadingCache<String, Bucket> byAddress;

	LoginThrottle(SecuritySettings.Throttle settings, TimeMeter clock) {
		this.byName = buckets(settings.perName(), settings.within(), clock);
		this.byAddress = buckets(settings.perAddress(), settings.within(), clock);
	}

	private static LoadingCache<String, Bucket> buckets(int failures, Duration within, TimeMeter clock) {
		return Caffeine.newBuilder()
			.maximumSize(MOST_KEPT)
			// a bucket that nobody asked for so long is full again
			.expireAfterAccess(within)
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(failures).refillGreedy(failures, within))
				.withCustomTimePrecision(clock)
				.build());
	}

	/**
	 * Counts an attempt as failed before it is made, so that many at once are not all let
	 * through.
	 * @throws TooManyLoginsException when too many have failed
	 */
	Attempt begin(String name, String address) {
		Bucket ofAddress = this.byAddress.get(address);
		Bucket ofName = this.byName
			.get(address + " " + ((name.length() <= LONGEST_NAME) ? name : name.substring(0, LONGEST_NAME)));
		take(ofAddress);
		try {
			take(ofName);
		}
		catch (TooManyLoginsException ex) {
			ofAddress.addTokens(1);
			throw ex;
		}
		return new Attempt(List.of(ofAddress, ofName));
	}

	private static void take(Bucket bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyLoginsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	/**
	 * A login that is being tried.
	 *
	 * @param buckets what it was counted in
	 */
	record Attempt(List<Bucket> buckets) {

		/** Takes the count back. */
		void succeeded() {
			this.buckets.forEach((bucket) -> bucket.addTokens(1));
		}

	}

}
