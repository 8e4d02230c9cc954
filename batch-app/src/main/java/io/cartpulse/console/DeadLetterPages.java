package io.cartpulse.console;

import java.util.List;

import io.cartpulse.audit.Caller;
import io.cartpulse.paging.Page;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.warehouse.DeadLetter;
import io.cartpulse.warehouse.DeadLetterActions;
import io.cartpulse.warehouse.DeadLetterChoice;
import io.cartpulse.warehouse.DeadLetterFilter;
import io.cartpulse.warehouse.DeadLetterOutcome;
import io.cartpulse.warehouse.DeadLetters;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Records that could not be read as a message, and one of them.
 */
@ConsoleController
@RequestMapping("/dead-letters")
class DeadLetterPages {

	private static final List<String> REASONS = List.of("TOO_LARGE", "NOT_JSON", "NOT_AN_OBJECT", "UNKNOWN_TYPE");

	/** What a form can carry, of what it may. */
	private static final int LONGEST_TEXT = 256 * 1024;

	private static final String LIST = "redirect:/dead-letters";

	private final DeadLetters deadLetters;

	private final DeadLetterActions actions;

	DeadLetterPages(DeadLetters deadLetters, DeadLetterActions actions) {
		this.deadLetters = deadLetters;
		this.actions = actions;
	}

	@GetMapping
	String find(@RequestParam(defaultValue = "open") String state,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		DeadLetterFilter filter = new DeadLetterFilter(state.equals("all") ? null : state, Asked.text(reason),
				Asked.moment(from), Asked.moment(to));
		Page<DeadLetter> page = this.deadLetters.find(filter, Paging.request(cursor));
		model.addAttribute("filter", filter);
		model.addAttribute("states", DeadLetterFilter.STATES);
		model.addAttribute("reasons", REASONS);
		model.addAttribute("page", page);
		model.addAttribute("paging", Paging.of(page, cursor));
		return "console/dead-letters";
	}

	@PostMapping(params = "action=replay")
	String replayTicked(@RequestParam(required = false) @Nullable List<String> ids, Caller caller,
			RedirectAttributes redirect) {
		Ticked.apply(ids, "letters", redirect,
				(chosen) -> this.actions.replay(new DeadLetterChoice(chosen, null), caller));
		return LIST;
	}

	@PostMapping(params = "action=discard")
	String discardTicked(@RequestParam(required = false) @Nullable List<String> ids, Caller caller,
			RedirectAttributes redirect) {
		Ticked.apply(ids, "letters", redirect,
				(chosen) -> this.actions.discard(new DeadLetterChoice(chosen, null), caller));
		return LIST;
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Model model) {
		DeadLetter letter = this.deadLetters.get(id);
		return letter(letter, contents(letter), model);
	}

	private static String letter(DeadLetter letter, @Nullable String contents, Model model) {
		model.addAttribute("letter", letter);
		model.addAttribute("contents", contents);
		return "console/dead-letter";
	}

	/** What would be sent, if a form can show it. */
	private static @Nullable String contents(DeadLetter letter) {
		DeadLetter.Change change = letter.change();
		DeadLetter.Bytes bytes = (change != null && change.edited() != null) ? change.edited() : letter.payload();
		if (bytes == null) {
			return "";
		}
		return (bytes.encoding().equals("text") && bytes.length() <= LONGEST_TEXT) ? bytes.value() : null;
	}

	@PostMapping("/{id}/payload")
	String edit(@PathVariable String id, @RequestParam String payload,
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
			return letter(this.deadLetters.get(id), payload, model);
		}
		if (replay) {
			return replay(id, caller, redirect);
		}
		redirect.addFlashAttribute(Notice.NAME, Notice.done("These contents are sent when the letter is sent again."));
		return LIST + "/" + id;
	}

	@PostMapping("/{id}/replay")
	String replay(@PathVariable String id, Caller caller, RedirectAttributes redirect) {
		try {
			redirect.addFlashAttribute(Notice.NAME, notice(this.actions.replay(one(id), caller),
					"It is in the topic again; the next run of kafka-to-raw reads it."));
		}
		catch (ProblemException ex) {
			redirect.addFlashAttribute(Notice.NAME, Notice.refused(ex));
		}
		return LIST + "/" + id;
	}

	@PostMapping("/{id}/discard")
	String discard(@PathVariable String id, Caller caller, RedirectAttributes redirect) {
		redirect.addFlashAttribute(Notice.NAME,
				notice(this.actions.discard(one(id), caller), "It is given up for good; RAW keeps it."));
		return LIST + "/" + id;
	}

	private static DeadLetterChoice one(String id) {
		return new DeadLetterChoice(List.of(id), null);
	}

	private static Notice notice(DeadLetterOutcome outcome, String done) {
		DeadLetterOutcome.LetterResult result = outcome.results().get(0);
		return result.done() ? Notice.done(done) : Notice.refused(String.valueOf(result.detail()));
	}

}
