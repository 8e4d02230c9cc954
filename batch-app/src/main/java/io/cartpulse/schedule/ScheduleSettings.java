package io.cartpulse.schedule;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When jobs start by themselves, as long as nobody has changed it at run time: what was
 * changed then is kept in PostgreSQL, and holds.
 *
 * @param enabled whether this process starts jobs by schedule, where it stays up; unset:
 * true
 * @param plan the jobs that bring the data on; unset: PIPELINE with embedded engines,
 * STAGES with servers
 * @param zone the zone of the times; unset: UTC
 * @param jobs by a job's name, what is different for it; unset: nothing
 */
@Validated
@ConfigurationProperties("cartpulse.schedule")
record ScheduleSettings(@DefaultValue("true") boolean enabled, @DefaultValue("STAGES") @NotNull Plan plan,
		@DefaultValue("UTC") @NotNull ZoneId zone, @DefaultValue Map<String, OfJob> jobs) {

	ScheduleSettings {
		jobs = Map.copyOf(jobs);
	}

	/**
	 * Which jobs bring the data on.
	 */
	enum Plan {

		/** One job for all stages, every minute. */
		PIPELINE,
		/** A job for each stage, at times of its own. */
		STAGES

	}

	/**
	 * The schedule of one job.
	 *
	 * @param cron its times: five fields as Unix writes them, or six as Quartz does;
	 * unset: the job's default
	 * @param zone their zone; unset: the zone of all
	 * @param enabled whether the job starts at them; unset: the job's default
	 */
	record OfJob(@Nullable String cron, @Nullable ZoneId zone, @Nullable Boolean enabled) {

		OfJob {
			if (cron != null) {
				ZonedCron.parse(cron, ZoneOffset.UTC);
			}
		}

	}

}
