package io.cartpulse.console;

import java.util.List;

import io.cartpulse.audit.Caller;
import io.cartpulse.paging.Page;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.warehouse.QuarantineActions;
import io.cartpulse.warehouse.QuarantineChoice;
import io.cartpulse.warehouse.QuarantineFilter;
import io.cartpulse.warehouse.QuarantineList;
import io.cartpulse.warehouse.QuarantineOutcome;
import io.cartpulse.warehouse.QuarantinedRecord;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The quarantine, and one of its records.
 */
@ConsoleController
@RequestMapping("/quarantine")
class QuarantinePages {

	private static final ObjectWriter JSON = JsonMapper.shared().writerWithDefaultPrettyPrinter();

	private static final String LIST = "redirect:/quarantine";

	private final QuarantineList quarantine;

	private final QuarantineActions actions;

	QuarantinePages(QuarantineList quarantine, QuarantineActions actions) {
		this.quarantine = quarantine;
		this.actions = actions;
	}

	@GetMapping
	String find(@RequestParam(defaultValue = "open") String state,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String type,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		String asked = state.equals("all") ? null : state;
		QuarantineFilter filter = new QuarantineFilter(asked, Asked.text(reason), Asked.text(type));
		Page<QuarantinedRecord> page = this.quarantine.find(filter, Paging.request(cursor));
		List<QuarantinedRecord.Group> summary = this.quarantine.summary();
		model.addAttribute("filter", filter);
		model.addAttribute("summary", summary);
		model.addAttribute("reasons",
				summary.stream().map(QuarantinedRecord.Group::reason).distinct().sorted().toList());
		model.addAttribute("types", summary.stream().map(QuarantinedRecord.Group::type).distinct().sorted().toList());
		model.addAttribute("page", page);
		model.addAttribute("paging", Paging.of(page, cursor));
		return "console/quarantine";
	}

	@PostMapping(params = "action=replay")
	String replayTicked(@RequestParam(required = false) @Nullable List<Long> ids, Caller caller,
			RedirectAttributes redirect) {
		Ticked.apply(ids, "records", redirect,
				(chosen) -> this.actions.replay(new QuarantineChoice(chosen, null), caller));
		return LIST;
	}

	@PostMapping(params = "action=discard")
	String discardTicked(@RequestParam(required = false) @Nullable List<Long> ids, Caller caller,
			RedirectAttributes redirect) {
		Ticked.apply(ids, "records", redirect,
				(chosen) -> this.actions.discard(new QuarantineChoice(chosen, null), caller));
		return LIST;
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		return record(this.quarantine.get(id), null, model);
	}

	private static String record(QuarantinedRecord.Detail detail, @Nullable String written, Model model) {
		model.addAttribute("detail", detail);
		model.addAttribute("payload", (written != null) ? written : JSON.writeValueAsString(detail.payload()));
		model.addAttribute("original", (detail.original() != null) ? JSON.writeValueAsString(detail.original()) : null);
		return "console/quarantined";
	}

	@PostMapping("/{id}/payload")
	String edit(@PathVariable long id, @RequestParam String payload,
			@RequestParam(defaultValue = "false") boolean replay, Caller caller, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		try {
			this.actions.edit(id, payload, caller);
		}
		catch (ProblemException ex) {
			if (ex.code() == ProblemCode.UNKNOWN_RECORD) {
				throw ex;
			}
			response.setStatus(ex.code().status());
			model.addAttribute("mistake", ex.getMessage());
			return record(this.quarantine.get(id), payload, model);
		}
		if (replay) {
			return replay(id, caller, redirect);
		}
		redirect.addFlashAttribute(Notice.NAME, Notice.done("The next attempt reads the new contents."));
		return LIST + "/" + id;
	}

	@PostMapping("/{id}/replay")
	String replay(@PathVariable long id, Caller caller, RedirectAttributes redirect) {
		try {
			redirect.addFlashAttribute(Notice.NAME, notice(this.actions.replay(one(id), caller)));
		}
		catch (ProblemException ex) {
			redirect.addFlashAttribute(Notice.NAME, Notice.refused(ex));
		}
		return LIST + "/" + id;
	}

	@PostMapping("/{id}/discard")
	String discard(@PathVariable long id, Caller caller, RedirectAttributes redirect) {
		redirect.addFlashAttribute(Notice.NAME, notice(this.actions.discard(one(id), caller)));
		return LIST + "/" + id;
	}

	private static QuarantineChoice one(long id) {
		return new QuarantineChoice(List.of(id), null);
	}

	private static Notice notice(QuarantineOutcome outcome) {
		QuarantineOutcome.RecordResult result = outcome.results().get(0);
		if (!result.done()) {
			return Notice.refused(String.valueOf(result.detail()));
		}
		return Notice.done((outcome.executionId() != null) ? "Execution " + outcome.executionId() + " tries it again."
				: "It is given up for good.");
	}

}
