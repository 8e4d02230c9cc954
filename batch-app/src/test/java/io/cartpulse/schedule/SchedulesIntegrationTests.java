package io.cartpulse.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.listeners.JobListenerSupport;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Schedules} with Quartz's store in PostgreSQL. The job that is scheduled
 * here is one that fails at once, for simulation is switched off.
 */
class SchedulesIntegrationTests {

	private static final KnownJob JOB = KnownJob.GENERATE_EVENTS;

	private final Engines engines = Engines.start();

	private final BlockingQueue<Date> firings = new LinkedBlockingQueue<>();

	@BeforeEach
	void empty() {
		this.engines.empty("quartz.qrtz_job_details", "quartz.qrtz_fired_triggers", "quartz.qrtz_scheduler_state");
	}

	@Test
	void ofTwoInstancesOneFires() throws Exception {
		try (ConfigurableApplicationContext one = application(); ConfigurableApplicationContext other = application()) {
			one.getBean(Schedules.class).change(JOB, "* * * * * ?", "UTC", true);
			one.getBean(Schedules.class).start();
			other.getBean(Schedules.class).start();
			List<Date> fired = List.of(take(), take(), take(), take(), take());
			assertThat(fired).doesNotHaveDuplicates();
			assertThat(this.engines.jdbc()
				.queryForObject("select count(*) from quartz.qrtz_scheduler_state", Integer.class)).isEqualTo(2);
			one.getBean(Schedules.class).change(JOB, "* * * * * ?", "UTC", false);
		}
		assertThat(this.firings).doesNotHaveDuplicates();
	}

	@Test
	void aChangeSurvivesTheProcess() {
		try (ConfigurableApplicationContext application = application()) {
			application.getBean(Schedules.class).start();
			application.getBean(Schedules.class).change(JOB, "30 2 * * *", "Europe/Berlin", true);
		}
		try (ConfigurableApplicationContext application = application()) {
			Schedules schedules = application.getBean(Schedules.class);
			schedules.start();
			assertThat(schedules.of(JOB)).hasValueSatisfying((schedule) -> {
				assertThat(schedule.cron()).isEqualTo("30 2 * * *");
				assertThat(schedule.zone()).hasToString("Europe/Berlin");
				assertThat(schedule.enabled()).isTrue();
			});
			assertThat(trigger(application)).isInstanceOf(ZonedCronTrigger.class);
			assertThat(trigger(application).getNextFireTime())
				.isEqualTo(Date.from(schedules.of(JOB).orElseThrow().next().get(0)));
		}
	}

	@Test
	void whatWasMissedFiresOnce() throws Exception {
		try (ConfigurableApplicationContext application = application()) {
			Schedules schedules = application.getBean(Schedules.class);
			Schedule newYear = schedules.change(JOB, "0 0 1 1 *", "UTC", true);
			miss(Duration.ofHours(30));
			schedules.start();
			take();
			assertThat(this.firings).isEmpty();
			assertThat(trigger(application).getNextFireTime().toInstant()).isEqualTo(newYear.next().get(0));
		}
	}

	private void miss(Duration ago) {
		Instant missed = Clock.systemUTC().instant().minus(ago);
		this.engines.jdbc()
			.update("update quartz.qrtz_triggers set next_fire_time = ?, start_time = ?", missed.toEpochMilli(),
					missed.toEpochMilli());
	}

	private static ZonedCronTrigger trigger(ConfigurableApplicationContext application) {
		try {
			return (ZonedCronTrigger) application.getBean(Scheduler.class)
				.getTrigger(TriggerKey.triggerKey(JOB.jobName()));
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Date take() throws InterruptedException {
		Date firing = this.firings.poll(60, TimeUnit.SECONDS);
		assertThat(firing).as("a firing within a minute").isNotNull();
		return firing;
	}

	private ConfigurableApplicationContext application() {
		ConfigurableApplicationContext application = this.engines.context(
				List.of("io.cartpulse.batch", "io.cartpulse.raw", "io.cartpulse.simulation", "io.cartpulse.schedule",
						"io.cartpulse.launch.JobRuns", "io.cartpulse.launch.StopRunsFirst",
						"io.cartpulse.launch.StoredRecords", "io.cartpulse.launch.ClockConfiguration"),
				"logging.level.io.cartpulse=off", "logging.level.org.springframework.batch=off",
				"cartpulse.schedule.jobs.kafka-to-raw.enabled=false");
		try {
			application.getBean(Scheduler.class).getListenerManager().addJobListener(new FiringListener());
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException(ex);
		}
		return application;
	}

	private final class FiringListener extends JobListenerSupport {

		@Override
		public String getName() {
			return "firings";
		}

		@Override
		public void jobToBeExecuted(JobExecutionContext context) {
			SchedulesIntegrationTests.this.firings.add(context.getScheduledFireTime());
		}

	}

}
