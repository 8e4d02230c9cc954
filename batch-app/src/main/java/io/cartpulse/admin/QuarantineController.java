package io.cartpulse.admin;

import java.util.List;

import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.warehouse.QuarantineFilter;
import io.cartpulse.warehouse.QuarantineList;
import io.cartpulse.warehouse.QuarantinedRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records that a rule refused.
 */
@RestController
@RequestMapping(Api.ROOT + "/quarantine")
@Tag(name = "quarantine")
class QuarantineController {

	private final QuarantineList quarantine;

	QuarantineController(QuarantineList quarantine) {
		this.quarantine = quarantine;
	}

	@GetMapping
	@Operation(operationId = "findQuarantined", summary = "A page of quarantined records, newest first")
	Page<QuarantinedRecord> find(
			@Parameter(description = "open, resolved or discarded") @RequestParam(
					required = false) @Nullable String state,
			@Parameter(description = "Why it was refused, ORPHAN say") @RequestParam(
					required = false) @Nullable String reason,
			@Parameter(description = "The record type, order_item say") @RequestParam(
					required = false) @Nullable String type,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		return this.quarantine.find(new QuarantineFilter(state, reason, type), PageRequest.of(limit, cursor));
	}

	@GetMapping("/summary")
	@Operation(operationId = "sumUpQuarantine", summary = "How many records there are, by state, reason and type")
	List<QuarantinedRecord.Group> summary() {
		return this.quarantine.summary();
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getQuarantined", summary = "A quarantined record with its contents")
	QuarantinedRecord.Detail get(@PathVariable long id) {
		return this.quarantine.get(id);
	}

}
