package io.cartpulse.console;

import java.util.Arrays;
import java.util.List;

import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.ExecutionAction;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.execution.ExecutionDetail;
import io.cartpulse.execution.ExecutionSummary;
import io.cartpulse.execution.Executions;
import io.cartpulse.failure.Failures;
import io.cartpulse.paging.Page;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The executions, and one of them.
 */
@ConsoleController
@RequestMapping("/executions")
class ExecutionPages {

	private static final List<String> STATUSES = Arrays.stream(BatchStatus.values()).map(BatchStatus::name).toList();

	private static final List<String> JOBS = Arrays.stream(KnownJob.values()).map(KnownJob::jobName).toList();

	private final Executions executions;

	private final ExecutionActions actions;

	private final Failures failures;

	ExecutionPages(Executions executions, ExecutionActions actions, Failures failures) {
		this.executions = executions;
		this.actions = actions;
		this.failures = failures;
	}

	@GetMapping
	String find(ExecutionSearch search, @RequestParam(required = false) @Nullable String cursor, Model model) {
		Page<ExecutionSummary> page = this.executions.find(search.filter(), Paging.request(cursor));
		model.addAttribute("search", search);
		model.addAttribute("jobs", JOBS);
		model.addAttribute("statuses", STATUSES);
		model.addAttribute("page", page);
		model.addAttribute("paging", Paging.of(page, cursor));
		model.addAttribute("live", Asked.text(cursor) == null);
		return "console/executions";
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		ExecutionDetail execution = this.executions.get(id);
		model.addAttribute("execution", execution);
		model.addAttribute("failures", (execution.failure() != null) ? this.failures.of(id) : List.of());
		return "console/execution";
	}

	@PostMapping("/{id}/{action}")
	String apply(@PathVariable long id, @PathVariable String action, Caller caller, RedirectAttributes redirect) {
		try {
			long shown = this.actions.apply(action(action), id, caller);
			redirect.addFlashAttribute(Notice.NAME, Notice.done(said(action, id)));
			return "redirect:/executions/" + shown;
		}
		catch (ProblemException ex) {
			if (ex.code() == ProblemCode.UNKNOWN_EXECUTION) {
				throw ex;
			}
			redirect.addFlashAttribute(Notice.NAME, Notice.refused(ex));
			return "redirect:/executions/" + id;
		}
	}

	private static String said(String action, long id) {
		return switch (ExecutionAction.of(action)) {
			case RESTART -> "This execution goes on where execution " + id + " ended.";
			case STOP -> "It stops at its next chunk.";
			case ABANDON -> "It is given up: it cannot be restarted any more.";
			case RECOVER -> "It counts as failed now, and can be restarted.";
		};
	}

	private static ExecutionAction action(String word) {
		return Arrays.stream(ExecutionAction.values())
			.filter((action) -> action.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_PATH,
					"Nothing of that name can be done with an execution."));
	}

}
