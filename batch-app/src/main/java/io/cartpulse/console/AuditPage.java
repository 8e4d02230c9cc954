package io.cartpulse.console;

import io.cartpulse.audit.AuditEntry;
import io.cartpulse.audit.AuditFilter;
import io.cartpulse.audit.AuditLog;
import io.cartpulse.paging.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who did what.
 */
@ConsoleController
class AuditPage {

	private final AuditLog audit;

	AuditPage(AuditLog audit) {
		this.audit = audit;
	}

	@GetMapping("/audit")
	String find(@RequestParam(required = false) @Nullable String actor,
			@RequestParam(required = false) @Nullable String action,
			@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		AuditFilter filter = new AuditFilter(Asked.text(actor), Asked.text(action), Asked.moment(from),
				Asked.moment(to));
		Page<AuditEntry> page = this.audit.find(filter, Paging.request(cursor));
		model.addAttribute("filter", filter);
		model.addAttribute("page", page);
		model.addAttribute("paging", Paging.of(page, cursor));
		return "console/audit";
	}

}
