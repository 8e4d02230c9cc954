package io.cartpulse.console;

import java.util.List;

import io.cartpulse.paging.Page;
import io.cartpulse.warehouse.DeadLetter;
import io.cartpulse.warehouse.DeadLetterFilter;
import io.cartpulse.warehouse.DeadLetters;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Records that could not be read as a message.
 */
@ConsoleController
@RequestMapping("/dead-letters")
class DeadLetterPages {

	private static final List<String> REASONS = List.of("TOO_LARGE", "NOT_JSON", "NOT_AN_OBJECT", "UNKNOWN_TYPE");

	private final DeadLetters deadLetters;

	DeadLetterPages(DeadLetters deadLetters) {
		this.deadLetters = deadLetters;
	}

	@GetMapping
	String find(@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		DeadLetterFilter filter = new DeadLetterFilter(Asked.text(reason), Asked.moment(from), Asked.moment(to));
		Page<DeadLetter> page = this.deadLetters.find(filter, Paging.request(cursor));
		model.addAttribute("filter", filter);
		model.addAttribute("reasons", REASONS);
		model.addAttribute("page", page);
		model.addAttribute("paging", Paging.of(page, cursor));
		return "console/dead-letters";
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Model model) {
		model.addAttribute("letter", this.deadLetters.get(id));
		return "console/dead-letter";
	}

}
