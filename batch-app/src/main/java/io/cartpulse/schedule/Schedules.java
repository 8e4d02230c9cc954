package io.cartpulse.schedule;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.NextRuns;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * The schedules of jobs. They are kept with Quartz's jobs in PostgreSQL; a job that is
 * not enabled has no trigger there. Of several instances one fires, whichever comes
 * first.
 */
@Component
public class Schedules implements NextRuns {

	private static final Logger logger = LoggerFactory.getLogger(Schedules.class);

	private static final int NEXT = 5;

	private static final String CRON = "cron";

	private static final String ZONE = "zone";

	static final String ENABLED = "enabled";

	private static final String CHANGED = "changed";

	private final Scheduler scheduler;

	private final ScheduleDefaults defaults;

	private final ScheduleSettings settings;

	private final Clock clock;

	Schedules(Scheduler scheduler, ScheduleDefaults defaults, ScheduleSettings settings, Clock clock) {
		this.scheduler = scheduler;
		this.defaults = defaults;
		this.settings = settings;
		this.clock = clock;
	}

	/** The schedules of all jobs that can have one. */
	public List<Schedule> all() {
		return this.defaults.jobs().stream().map(this::of).flatMap(Optional::stream).toList();
	}

	/** The schedule of a job, if it can have one. */
	public Optional<Schedule> of(KnownJob job) {
		return this.defaults.of(job).map((byDefault) -> {
			JobDataMap kept = kept(job);
			return (kept != null) ? schedule(job, timing(kept), isChanged(kept)) : schedule(job, byDefault, false);
		});
	}

	@Override
	public Optional<Instant> nextRun(KnownJob job) {
		return of(job).flatMap((schedule) -> schedule.next().stream().findFirst());
	}

	/**
	 * Gives a job another schedule, which holds from now on for all instances.
	 * @param job a job that can have one
	 * @param cron its times: five fields as Unix writes them, or six as Quartz does
	 * @param zone their zone, {@code Europe/Berlin} say
	 * @param enabled whether the job starts at them
	 * @return the new schedule
	 * @throws BadScheduleException when it cannot be so; nothing has changed
	 */
	public Schedule change(KnownJob job, String cron, String zone, boolean enabled) {
		if (this.defaults.of(job).isEmpty()) {
			throw new BadScheduleException("job " + job.jobName() + " has no schedule: it runs at the start");
		}
		Timing timing = new Timing(ZonedCron.parse(cron, zone(zone)), enabled);
		if (timing.cron().next(this.clock.instant()).isEmpty()) {
			throw new BadScheduleException("cron \"" + timing.cron().expression() + "\" has no time left to come");
		}
		keep(job, timing, true);
		logger.info("job {} is now scheduled {} in {}, {}", job.jobName(), timing.cron().expression(), zone,
				enabled ? ENABLED : "not enabled");
		return schedule(job, timing, true);
	}

	/**
	 * Lets this instance start jobs by schedule; to be called by what stays up.
	 */
	public void start() {
		if (!this.settings.enabled()) {
			logger.info("this process starts no jobs by schedule: cartpulse.schedule.enabled is false");
			return;
		}
		try {
			for (KnownJob job : this.defaults.jobs()) {
				follow(job);
			}
			this.scheduler.start();
		}
		catch (SchedulerException ex) {
			throw unavailable(ex);
		}
	}

	/** What nobody changed is as the configuration says. */
	private void follow(KnownJob job) throws SchedulerException {
		Timing configured = this.defaults.of(job).orElseThrow();
		JobDataMap kept = kept(job);
		if (kept == null || (!isChanged(kept) && !data(configured, false).equals(kept))) {
			keep(job, configured, false);
		}
		else if (kept.getBooleanValue(ENABLED) != this.scheduler.checkExists(TriggerKey.triggerKey(job.jobName()))) {
			keep(job, timing(kept), isChanged(kept));
		}
	}

	private void keep(KnownJob job, Timing timing, boolean changed) {
		JobDetail detail = JobBuilder.newJob(ScheduledLaunch.class)
			.withIdentity(job.jobName())
			.usingJobData(data(timing, changed))
			.storeDurably()
			.build();
		try {
			if (timing.enabled()) {
				this.scheduler.scheduleJob(detail, Set.of(trigger(detail.getKey(), timing)), true);
			}
			else {
				// a trigger that a crash leaves between the two finds the job not enabled
				this.scheduler.addJob(detail, true);
				this.scheduler.unscheduleJob(TriggerKey.triggerKey(job.jobName()));
			}
		}
		catch (SchedulerException ex) {
			throw unavailable(ex);
		}
	}

	private static Trigger trigger(JobKey job, Timing timing) {
		return TriggerBuilder.newTrigger()
			.withIdentity(job.getName())
			.forJob(job)
			.withSchedule(ZonedCronTrigger.times(timing.cron()))
			.build();
	}

	private @Nullable JobDataMap kept(KnownJob job) {
		try {
			JobDetail detail = this.scheduler.getJobDetail(JobKey.jobKey(job.jobName()));
			return (detail != null) ? detail.getJobDataMap() : null;
		}
		catch (SchedulerException ex) {
			throw unavailable(ex);
		}
	}

	private static JobDataMap data(Timing timing, boolean changed) {
		return new JobDataMap(Map.of(CRON, timing.cron().expression(), ZONE, timing.cron().zone().getId(), ENABLED,
				String.valueOf(timing.enabled()), CHANGED, String.valueOf(changed)));
	}

	private static Timing timing(JobDataMap kept) {
		return new Timing(ZonedCron.parse(kept.getString(CRON), ZoneId.of(kept.getString(ZONE))),
				kept.getBooleanValue(ENABLED));
	}

	private static boolean isChanged(JobDataMap kept) {
		return kept.getBooleanValue(CHANGED);
	}

	private Schedule schedule(KnownJob job, Timing timing, boolean changed) {
		ZonedCron cron = timing.cron();
		return new Schedule(job, cron.expression(), cron.zone(), timing.enabled(), changed, cron.words(),
				timing.enabled() ? cron.next(this.clock.instant(), NEXT) : List.of());
	}

	private static ZoneId zone(String zone) {
		try {
			return ZoneId.of(zone.strip());
		}
		catch (DateTimeException ex) {
			throw new BadScheduleException(
					"zone \"" + zone + "\" is not known; write UTC, or a place such as Europe/Berlin");
		}
	}

	/** The schedules are in PostgreSQL: it is away, and may come back. */
	private static TransientDataAccessResourceException unavailable(SchedulerException cause) {
		return new TransientDataAccessResourceException("the schedules cannot be reached: " + cause.getMessage(),
				cause);
	}

}
