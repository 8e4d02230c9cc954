package io.cartpulse.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.cartpulse.batch.KnownJob;

/**
 * When a job starts by itself.
 *
 * @param job the job
 * @param cron its times, as they were written
 * @param zone their zone
 * @param enabled whether it starts at them
 * @param changed whether somebody has changed it, so that the configuration no longer
 * counts
 * @param words its times in words
 * @param next the next times, five if there are as many; none while it is not enabled
 */
public record Schedule(KnownJob job, String cron, ZoneId zone, boolean enabled, boolean changed, String words,
		List<Instant> next) {

	public Schedule {
		next = List.copyOf(next);
	}

}
