package io.cartpulse.console;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.execution.Jobs;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.schedule.BadScheduleException;
import io.cartpulse.schedule.Schedule;
import io.cartpulse.schedule.Schedules;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Map;

/**
 * When jobs start by themselves.
 */
@ConsoleController
@RequestMapping("/schedules")
class SchedulePages {

	private static final String LIST = "redirect:/schedules";

	private final Schedules schedules;

	private final ExecutionActions actions;

	private final AuditLog audit;

	SchedulePages(Schedules schedules, ExecutionActions actions, AuditLog audit) {
		this.schedules = schedules;
		this.actions = actions;
		this.audit = audit;
	}

	@GetMapping
	String all(Model model) {
		model.addAttribute("schedules", this.schedules.all());
		return "console/schedules";
	}

	@GetMapping("/{job}")
	String one(@PathVariable String job, Model model) {
		Schedule schedule = schedule(job);
		return form(schedule, schedule.cron(), schedule.zone().getId(), schedule.enabled(), model);
	}

	@PostMapping("/{job}")
	String change(@PathVariable String job, @RequestParam String cron, @RequestParam String zone,
			@RequestParam(defaultValue = "false") boolean enabled, Caller caller, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		Schedule schedule = schedule(job);
		try {
			change(schedule.job(), cron, zone, enabled, caller);
			redirect.addFlashAttribute(Notice.NAME, Notice.done("The schedule of " + job + " holds from now on."));
			return LIST;
		}
		catch (BadScheduleException ex) {
			response.setStatus(ProblemCode.UNUSABLE_VALUE.status());
			model.addAttribute("mistake", ex.getMessage());
			return form(schedule, cron, zone, enabled, model);
		}
	}

	private static String form(Schedule schedule, String cron, String zone, boolean enabled, Model model) {
		model.addAttribute("schedule", schedule);
		model.addAttribute("values", Map.of("cron", cron, "zone", zone, "enabled", enabled));
		return "console/schedule";
	}

	@PostMapping("/{job}/pause")
	String pause(@PathVariable String job, Caller caller, RedirectAttributes redirect) {
		return enable(schedule(job), false, caller, redirect);
	}

	@PostMapping("/{job}/resume")
	String resume(@PathVariable String job, Caller caller, RedirectAttributes redirect) {
		return enable(schedule(job), true, caller, redirect);
	}

	private String enable(Schedule schedule, boolean enabled, Caller caller, RedirectAttributes redirect) {
		String job = schedule.job().jobName();
		try {
			change(schedule.job(), schedule.cron(), schedule.zone().getId(), enabled, caller);
			redirect.addFlashAttribute(Notice.NAME, Notice.done(enabled ? "Job " + job + " starts by itself again."
					: "Job " + job + " no longer starts by itself."));
		}
		catch (BadScheduleException ex) {
			redirect.addFlashAttribute(Notice.NAME, Notice.refused(String.valueOf(ex.getMessage())));
		}
		return LIST;
	}

	@PostMapping("/{job}/run")
	String run(@PathVariable String job, Caller caller, RedirectAttributes redirect) {
		try {
			return "redirect:/executions/" + this.actions.launch(schedule(job).job(), Map.of(), null, caller);
		}
		catch (ProblemException ex) {
			redirect.addFlashAttribute(Notice.NAME, Notice.refused(ex));
			return LIST;
		}
	}

	private void change(KnownJob job, String cron, String zone, boolean enabled, Caller caller) {
		this.audit.audited(caller, "schedule.change", job.jobName(),
				cron + " in " + zone + (enabled ? "" : ", not enabled"),
				() -> this.schedules.change(job, cron, zone, enabled));
	}

	private Schedule schedule(String job) {
		return this.schedules.of(Jobs.named(job))
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_JOB,
					"Job " + job + " has no schedule: it runs at the start."));
	}

}
