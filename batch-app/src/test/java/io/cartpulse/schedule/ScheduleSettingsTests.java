package io.cartpulse.schedule;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import io.cartpulse.schedule.ScheduleSettings.OfJob;
import io.cartpulse.schedule.ScheduleSettings.Plan;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link ScheduleSettings}.
 */
class ScheduleSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new ScheduleSettings(true, Plan.STAGES, ZoneId.of("UTC"), Map.of()));
	}

	@Test
	void takesEveryProperty() {
		Map<String, Object> all = Map.of("cartpulse.schedule.enabled", "false", "cartpulse.schedule.plan", "pipeline",
				"cartpulse.schedule.zone", "Europe/Berlin", "cartpulse.schedule.jobs.kafka-to-raw.cron", "*/5 * * * *",
				"cartpulse.schedule.jobs.kafka-to-raw.zone", "Z", "cartpulse.schedule.jobs.pipeline.enabled", "true");
		assertThat(bind(all))
			.isEqualTo(new ScheduleSettings(false, Plan.PIPELINE, ZoneId.of("Europe/Berlin"), Map.of("kafka-to-raw",
					new OfJob("*/5 * * * *", ZoneOffset.UTC, null), "pipeline", new OfJob(null, null, true))));
	}

	@Test
	void refusesWhatIsNoCron() {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(Map.of("cartpulse.schedule.jobs.pipeline.cron", "hourly")))
			.havingRootCause()
			.withMessageContaining("cron \"hourly\" has 1 field;");
	}

	private static ScheduleSettings bind(Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cartpulse.schedule",
				ScheduleSettings.class);
	}

}
