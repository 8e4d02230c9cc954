package io.cartpulse.console;

import java.time.LocalDate;

import io.cartpulse.warehouse.Ledger;
import io.cartpulse.warehouse.Reconciliation;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whether all records are accounted for.
 */
@ConsoleController
class LedgerPage {

	/** A pipeline that runs each minute has ten thousand a week. */
	private static final int MOST_RUNS = 100;

	private final Ledger ledger;

	LedgerPage(Ledger ledger) {
		this.ledger = ledger;
	}

	@GetMapping("/ledger")
	String show(@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
			Model model) {
		Reconciliation days = this.ledger.of(from, to);
		model.addAttribute("ledger", days);
		model.addAttribute("runs", days.runs().stream().limit(MOST_RUNS).toList());
		return "console/ledger";
	}

}
