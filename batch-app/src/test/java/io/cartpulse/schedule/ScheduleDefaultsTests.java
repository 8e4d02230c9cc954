package io.cartpulse.schedule;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.schedule.ScheduleSettings.OfJob;
import io.cartpulse.schedule.ScheduleSettings.Plan;
import io.cartpulse.simulation.TrafficSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link ScheduleDefaults}.
 */
class ScheduleDefaultsTests {

	private static final List<KnownJob> STAGES = List.of(KnownJob.KAFKA_TO_RAW, KnownJob.RAW_TO_DDS,
			KnownJob.DDS_TO_CLICKHOUSE);

	@Test
	void allJobsButTheMigrationsCanHaveASchedule() {
		assertThat(defaults(Plan.STAGES, false, Map.of()).jobs()).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(KnownJob.values()).filter((job) -> !job.jobName().startsWith("init-")).toList());
	}

	@Test
	void onlyThePipelineIsScheduledWithEmbeddedEngines() {
		ScheduleDefaults defaults = defaults(Plan.PIPELINE, false, Map.of());
		assertThat(timing(defaults, KnownJob.PIPELINE).enabled()).isTrue();
		assertThat(STAGES).noneMatch((stage) -> timing(defaults, stage).enabled());
	}

	@Test
	void onlyTheStagesAreScheduledWithServers() {
		ScheduleDefaults defaults = defaults(Plan.STAGES, false, Map.of());
		assertThat(timing(defaults, KnownJob.PIPELINE).enabled()).isFalse();
		assertThat(STAGES).allMatch((stage) -> timing(defaults, stage).enabled());
	}

	@Test
	void eventsAreGeneratedOnlyWhereSimulationIsSwitchedOn() {
		assertThat(timing(defaults(Plan.PIPELINE, false, Map.of()), KnownJob.GENERATE_EVENTS).enabled()).isFalse();
		assertThat(timing(defaults(Plan.PIPELINE, true, Map.of()), KnownJob.GENERATE_EVENTS).enabled()).isTrue();
	}

	@Test
	void whatIsConfiguredForAJobCounts() {
		ScheduleDefaults defaults = defaults(Plan.STAGES, false,
				Map.of("pipeline", new OfJob("*/5 * * * *", ZoneId.of("Europe/Berlin"), true), "kafkatoraw",
						new OfJob(null, null, false)));
		Timing pipeline = timing(defaults, KnownJob.PIPELINE);
		assertThat(pipeline.enabled()).isTrue();
		assertThat(pipeline.cron().expression()).isEqualTo("*/5 * * * *");
		assertThat(pipeline.cron().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
		Timing raw = timing(defaults, KnownJob.KAFKA_TO_RAW);
		assertThat(raw.enabled()).isFalse();
		assertThat(raw.cron().expression()).isEqualTo("0 0/30 * * * ?");
		assertThat(raw.cron().zone()).isEqualTo(ZoneOffset.UTC);
	}

	@Test
	void refusesTheScheduleOfAJobThatHasNone() {
		assertThatExceptionOfType(BadScheduleException.class)
			.isThrownBy(() -> defaults(Plan.STAGES, false, Map.of("init-dwh", new OfJob(null, null, true))))
			.withMessageContaining("cartpulse.schedule.jobs.init-dwh")
			.withMessageContaining("pipeline");
	}

	private static Timing timing(ScheduleDefaults defaults, KnownJob job) {
		return defaults.of(job).orElseThrow();
	}

	private static ScheduleDefaults defaults(Plan plan, boolean simulates, Map<String, OfJob> jobs) {
		return new ScheduleDefaults(new ScheduleSettings(true, plan, ZoneOffset.UTC, jobs),
				new TrafficSettings(simulates, 60));
	}

}
