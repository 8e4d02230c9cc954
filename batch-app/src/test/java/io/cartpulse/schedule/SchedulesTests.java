package io.cartpulse.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.schedule.ScheduleSettings.Plan;
import io.cartpulse.simulation.TrafficSettings;
import io.cartpulse.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Schedules}, with Quartz's store in memory.
 */
class SchedulesTests {

	private final SetClock clock = new SetClock("2026-03-28T12:00:00Z");

	private final Scheduler scheduler = scheduler();

	@BeforeEach
	@AfterEach
	void empty() throws SchedulerException {
		if (!this.scheduler.isShutdown()) {
			this.scheduler.clear();
			this.scheduler.standby();
		}
	}

	@Test
	void areTheDefaultsUntilSomebodyChangesThem() {
		assertThat(schedules(Plan.PIPELINE).of(KnownJob.PIPELINE)).hasValueSatisfying((schedule) -> {
			assertThat(schedule.cron()).isEqualTo("20 * * * * ?");
			assertThat(schedule.enabled()).isTrue();
			assertThat(schedule.changed()).isFalse();
			assertThat(schedule.words()).isEqualTo("every minute at second 20");
			assertThat(schedule.next()).hasSize(5)
				.startsWith(Instant.parse("2026-03-28T12:00:20Z"), Instant.parse("2026-03-28T12:01:20Z"));
		});
	}

	@Test
	void aStoreThatIsAwayMayComeBack() throws SchedulerException {
		Schedules schedules = schedules(Plan.STAGES);
		this.scheduler.shutdown();
		assertThatExceptionOfType(TransientDataAccessResourceException.class).isThrownBy(schedules::all);
	}

	@Test
	void tellsTheNextRunOfJobsThatAreEnabled() {
		Schedules schedules = schedules(Plan.PIPELINE);
		assertThat(schedules.nextRun(KnownJob.PIPELINE)).contains(Instant.parse("2026-03-28T12:00:20Z"));
		assertThat(schedules.nextRun(KnownJob.KAFKA_TO_RAW)).isEmpty();
		assertThat(schedules.nextRun(KnownJob.INIT_DWH)).isEmpty();
	}

	@Test
	void aChangeHoldsAndShowsItsNextTimes() throws SchedulerException {
		Schedules schedules = schedules(Plan.STAGES);
		Schedule changed = schedules.change(KnownJob.DDS_TO_CLICKHOUSE, "30 2 * * *", "Europe/Berlin", true);
		assertThat(changed.next()).startsWith(Instant.parse("2026-03-29T01:00:00Z"),
				Instant.parse("2026-03-30T00:30:00Z"));
		assertThat(schedules.of(KnownJob.DDS_TO_CLICKHOUSE)).contains(changed);
		assertThat(changed.changed()).isTrue();
		assertThat(changed.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
		assertThat(this.scheduler.getTrigger(TriggerKey.triggerKey("dds-to-clickhouse")))
			.isInstanceOf(ZonedCronTrigger.class);
	}

	@Test
	void whatIsNotEnabledKeepsItsTimesAndHasNoTrigger() throws SchedulerException {
		Schedules schedules = schedules(Plan.STAGES);
		schedules.change(KnownJob.PIPELINE, "0 4 * * *", "UTC", true);
		Schedule paused = schedules.change(KnownJob.PIPELINE, "0 4 * * *", "UTC", false);
		assertThat(paused.cron()).isEqualTo("0 4 * * *");
		assertThat(paused.next()).isEmpty();
		assertThat(this.scheduler.checkExists(TriggerKey.triggerKey("pipeline"))).isFalse();
		schedules.change(KnownJob.PIPELINE, "0 4 * * *", "UTC", true);
		assertThat(this.scheduler.checkExists(TriggerKey.triggerKey("pipeline"))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			pipeline | every day       | UTC         | has 2 fields
			pipeline | 0 99 * * * ?    | UTC         | 99
			pipeline | 0 4 * * *       | Mars/Crater | zone "Mars/Crater" is not known
			pipeline | 0 0 0 1 1 ? 2020 | UTC        | no time left to come
			init-dwh | 0 4 * * *       | UTC         | has no schedule
			""")
	void aBadScheduleChangesNothing(String job, String cron, String zone, String reason) {
		Schedules schedules = schedules(Plan.STAGES);
		schedules.change(KnownJob.PIPELINE, "0 5 * * *", "UTC", true);
		List<Schedule> before = schedules.all();
		assertThatExceptionOfType(BadScheduleException.class)
			.isThrownBy(() -> schedules.change(KnownJob.named(job).orElseThrow(), cron, zone, true))
			.withMessageContaining(reason);
		assertThat(schedules.all()).isEqualTo(before);
	}

	@Test
	void whatNobodyChangedFollowsTheConfigurationAtTheNextStart() {
		Schedules stages = schedules(Plan.STAGES);
		stages.start();
		stages.change(KnownJob.KAFKA_TO_RAW, "*/7 * * * *", "UTC", true);
		Schedules pipeline = schedules(Plan.PIPELINE);
		pipeline.start();
		assertThat(pipeline.of(KnownJob.PIPELINE)).map(Schedule::enabled).contains(true);
		assertThat(pipeline.of(KnownJob.RAW_TO_DDS)).map(Schedule::enabled).contains(false);
		assertThat(pipeline.of(KnownJob.KAFKA_TO_RAW)).map(Schedule::cron).contains("*/7 * * * *");
		assertThat(pipeline.of(KnownJob.KAFKA_TO_RAW)).map(Schedule::enabled).contains(true);
	}

	@Test
	void aStartLeavesTriggersAloneThatAreAsConfigured() throws SchedulerException {
		schedules(Plan.PIPELINE).start();
		Instant started = startTime();
		schedules(Plan.PIPELINE).start();
		assertThat(startTime()).isEqualTo(started);
	}

	@Test
	void aStartMendsWhatACrashLeftBetweenJobAndTrigger() throws SchedulerException {
		Schedules schedules = schedules(Plan.PIPELINE);
		schedules.start();
		this.scheduler.unscheduleJob(TriggerKey.triggerKey("pipeline"));
		schedules.start();
		assertThat(this.scheduler.checkExists(TriggerKey.triggerKey("pipeline"))).isTrue();
	}

	@Test
	void nothingStartsWhereSchedulesAreSwitchedOff() throws SchedulerException {
		new Schedules(this.scheduler, defaults(Plan.PIPELINE),
				new ScheduleSettings(false, Plan.PIPELINE, ZoneOffset.UTC, Map.of()), this.clock)
			.start();
		assertThat(this.scheduler.isInStandbyMode()).isTrue();
		assertThat(this.scheduler.checkExists(TriggerKey.triggerKey("pipeline"))).isFalse();
	}

	private Instant startTime() throws SchedulerException {
		return this.scheduler.getTrigger(TriggerKey.triggerKey("pipeline")).getStartTime().toInstant();
	}

	private Schedules schedules(Plan plan) {
		return new Schedules(this.scheduler, defaults(plan), new ScheduleSettings(true, plan, ZoneOffset.UTC, Map.of()),
				this.clock);
	}

	private static ScheduleDefaults defaults(Plan plan) {
		return new ScheduleDefaults(new ScheduleSettings(true, plan, ZoneOffset.UTC, Map.of()),
				new TrafficSettings(false, 60));
	}

	private static Scheduler scheduler() {
		Properties properties = new Properties();
		properties.put("org.quartz.threadPool.threadCount", "1");
		properties.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
		try {
			return new StdSchedulerFactory(properties).getScheduler();
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
