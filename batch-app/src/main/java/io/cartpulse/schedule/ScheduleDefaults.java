package io.cartpulse.schedule;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.schedule.ScheduleSettings.OfJob;
import io.cartpulse.schedule.ScheduleSettings.Plan;
import io.cartpulse.simulation.TrafficSettings;

import org.springframework.stereotype.Component;

/**
 * The schedules that hold until somebody changes them: the product's own, as far as the
 * configuration says nothing else.
 */
@Component
class ScheduleDefaults {

	/** In the order of the data's way, each some time after the one before. */
	private static final Map<String, Default> DEFAULTS = new LinkedHashMap<>();

	static {
		DEFAULTS.put("generate-events", new Default("0 * * * * ?", When.SIMULATED));
		DEFAULTS.put("pipeline", new Default("20 * * * * ?", When.PLANNED_AS_PIPELINE));
		DEFAULTS.put("kafka-to-raw", new Default("0 0/30 * * * ?", When.PLANNED_BY_STAGES));
		DEFAULTS.put("raw-to-dds", new Default("0 10 * * * ?", When.PLANNED_BY_STAGES));
		DEFAULTS.put("dds-to-clickhouse", new Default("0 30 2 * * ?", When.PLANNED_BY_STAGES));
		DEFAULTS.put("refresh-reference-data", new Default("0 40 * * * ?", When.ALWAYS));
		DEFAULTS.put("retry-quarantine", new Default("0 50 3 * * ?", When.NEVER));
	}

	private final Map<KnownJob, Timing> timings = new LinkedHashMap<>();

	ScheduleDefaults(ScheduleSettings settings, TrafficSettings traffic) {
		DEFAULTS.forEach((name, byDefault) -> KnownJob.named(name)
			.ifPresent((job) -> this.timings.put(job, timing(job, byDefault, settings, traffic))));
		settings.jobs().keySet().forEach(this::requireSchedulable);
	}

	/** The jobs that can have a schedule. */
	List<KnownJob> jobs() {
		return List.copyOf(this.timings.keySet());
	}

	Optional<Timing> of(KnownJob job) {
		return Optional.ofNullable(this.timings.get(job));
	}

	private void requireSchedulable(String name) {
		if (this.timings.keySet().stream().noneMatch((job) -> isNamed(job, name))) {
			throw new BadScheduleException("cartpulse.schedule.jobs." + name + ": no job of that name has a schedule;"
					+ " those that have: " + String.join(", ", jobs().stream().map(KnownJob::jobName).toList()));
		}
	}

	private static Timing timing(KnownJob job, Default byDefault, ScheduleSettings settings, TrafficSettings traffic) {
		OfJob configured = settings.jobs()
			.entrySet()
			.stream()
			.filter((one) -> isNamed(job, one.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(new OfJob(null, null, null));
		String cron = Objects.requireNonNullElse(configured.cron(), byDefault.cron);
		ZoneId zone = Objects.requireNonNullElse(configured.zone(), settings.zone());
		Boolean enabled = configured.enabled();
		return new Timing(ZonedCron.parse(cron, zone),
				(enabled != null) ? enabled : byDefault.when.holds(settings, traffic));
	}

	/** The names of environment variables have no dashes. */
	private static boolean isNamed(KnownJob job, String name) {
		return job.jobName().replace("-", "").equals(name.replace("-", ""));
	}

	/**
	 * A schedule of the product's own.
	 *
	 * @param cron its times
	 * @param when where it is enabled
	 */
	private record Default(String cron, When when) {

	}

	/**
	 * Where a schedule is enabled.
	 */
	private enum When {

		ALWAYS, NEVER, SIMULATED, PLANNED_AS_PIPELINE, PLANNED_BY_STAGES;

		boolean holds(ScheduleSettings settings, TrafficSettings traffic) {
			return switch (this) {
				case ALWAYS -> true;
				case NEVER -> false;
				case SIMULATED -> traffic.enabled();
				case PLANNED_AS_PIPELINE -> settings.plan() == Plan.PIPELINE;
				case PLANNED_BY_STAGES -> settings.plan() == Plan.STAGES;
			};
		}

	}

}
