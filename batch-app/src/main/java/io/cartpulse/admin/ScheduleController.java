package io.cartpulse.admin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.Jobs;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.schedule.BadScheduleException;
import io.cartpulse.schedule.Schedule;
import io.cartpulse.schedule.Schedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * When jobs start by themselves.
 */
@RestController
@RequestMapping(Api.ROOT + "/schedules")
@Tag(name = "schedules")
class ScheduleController {

	private final Schedules schedules;

	private final AuditLog audit;

	ScheduleController(Schedules schedules, AuditLog audit) {
		this.schedules = schedules;
		this.audit = audit;
	}

	@GetMapping
	@Operation(operationId = "listSchedules", summary = "The schedules of all jobs that can have one")
	List<JobSchedule> all() {
		return this.schedules.all().stream().map(JobSchedule::of).toList();
	}

	@GetMapping("/{job}")
	@Operation(operationId = "getSchedule", summary = "The schedule of one job")
	JobSchedule one(@PathVariable String job) {
		return JobSchedule.of(kept(Jobs.named(job)));
	}

	@PutMapping("/{job}")
	@Operation(operationId = "changeSchedule", summary = "Gives a job another schedule, from now on for all instances",
			description = "Needs the role ADMIN. 422 when it cannot be so: then nothing has changed.")
	JobSchedule change(@PathVariable String job, @RequestBody ScheduleRequest body,
			@Parameter(hidden = true) Caller caller) {
		KnownJob known = Jobs.named(job);
		return this.audit.audited(caller, "schedule.change", job, body.text(),
				() -> JobSchedule.of(change(known, body)));
	}

	private Schedule change(KnownJob job, ScheduleRequest asked) {
		Schedule kept = kept(job);
		if (asked.cron() == null && asked.zone() == null && asked.enabled() == null) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "Give cron, zone, enabled, or several of them.");
		}
		try {
			return this.schedules.change(job, Objects.requireNonNullElse(asked.cron(), kept.cron()),
					Objects.requireNonNullElse(asked.zone(), kept.zone().getId()),
					Objects.requireNonNullElse(asked.enabled(), kept.enabled()));
		}
		catch (BadScheduleException ex) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, ex.getMessage() + ". Nothing has changed.");
		}
	}

	private Schedule kept(KnownJob job) {
		return this.schedules.of(job)
			.orElseThrow(() -> new ProblemException(ProblemCode.NO_SCHEDULE,
					"Job " + job.jobName() + " runs at the start of the application; launch it when it is needed."));
	}

	/**
	 * When a job is to start; what is left out stays as it is.
	 *
	 * @param cron its times: five fields as Unix writes them, or six as Quartz does
	 * @param zone their zone, Europe/Berlin say
	 * @param enabled whether it starts at them
	 */
	record ScheduleRequest(@Nullable String cron, @Nullable String zone, @Nullable Boolean enabled) {

		private String text() {
			return "cron=%s zone=%s enabled=%s".formatted(this.cron, this.zone, this.enabled);
		}

	}

	/**
	 * When a job starts by itself.
	 *
	 * @param job the job's name
	 * @param cron its times, as they were written
	 * @param words its times in words
	 * @param zone their zone
	 * @param enabled whether it starts at them
	 * @param changed whether somebody has changed it, so that the configuration no longer
	 * counts
	 * @param next the next five times; none while it is not enabled
	 */
	record JobSchedule(String job, String cron, String words, String zone, boolean enabled, boolean changed,
			List<Instant> next) {

		private static JobSchedule of(Schedule schedule) {
			return new JobSchedule(schedule.job().jobName(), schedule.cron(), schedule.words(), schedule.zone().getId(),
					schedule.enabled(), schedule.changed(), schedule.next());
		}

	}

}
