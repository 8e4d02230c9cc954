package io.cartpulse.admin;

import java.time.Instant;

import io.cartpulse.audit.AuditEntry;
import io.cartpulse.audit.AuditFilter;
import io.cartpulse.audit.AuditLog;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who did what.
 */
@RestController
@RequestMapping(Api.ROOT + "/audit")
@Tag(name = "audit")
class AuditController {

	private final AuditLog audit;

	AuditController(AuditLog audit) {
		this.audit = audit;
	}

	@GetMapping
	@Operation(operationId = "findActions", summary = "A page of the audit, newest first")
	Page<AuditEntry> find(@RequestParam(required = false) @Nullable String actor,
			@RequestParam(required = false) @Nullable String action,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		return this.audit.find(new AuditFilter(actor, action, from, to), PageRequest.of(limit, cursor));
	}

}
