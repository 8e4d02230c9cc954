package io.cartpulse.execution;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Remembers the progress that was shown of each run, for it never goes back: an estimate
 * that turns out too good waits until it is true.
 */
@Component
class KeptProgress {

	/** Only the end of a run is shown as the whole. */
	private static final double ALMOST = 0.999;

	private final Cache<Long, Double> shown = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterAccess(Duration.ofHours(1))
		.build();

	/** The progress to show for an estimate of a run that has not completed. */
	@Nullable Double atLeast(long executionId, @Nullable Double estimate) {
		if (estimate == null) {
			return this.shown.getIfPresent(executionId);
		}
		return this.shown.asMap().merge(executionId, Math.min(ALMOST, estimate), Math::max);
	}

}
