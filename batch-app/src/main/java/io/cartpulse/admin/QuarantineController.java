package io.cartpulse.admin;

import java.util.List;

import io.cartpulse.audit.Caller;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.warehouse.QuarantineActions;
import io.cartpulse.warehouse.QuarantineChoice;
import io.cartpulse.warehouse.QuarantineFilter;
import io.cartpulse.warehouse.QuarantineList;
import io.cartpulse.warehouse.QuarantineOutcome;
import io.cartpulse.warehouse.QuarantinedRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

	private final QuarantineActions actions;

	QuarantineController(QuarantineList quarantine, QuarantineActions actions) {
		this.quarantine = quarantine;
		this.actions = actions;
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

	@PostMapping("/replay")
	@Operation(operationId = "replayQuarantined", summary = "Tries open records again, with their present contents",
			description = "Needs the role OPERATOR. Sent again it changes nothing for records that were accepted.")
	@ApiResponse(responseCode = "202", description = "What became of each; Location names the execution that tries")
	@ApiResponse(responseCode = "200", description = "None of the records is open, so nothing was started")
	ResponseEntity<QuarantineOutcome> replay(@RequestBody QuarantineChoice body,
			@Parameter(hidden = true) Caller caller, HttpServletRequest request) {
		QuarantineOutcome outcome = this.actions.replay(body, caller);
		Long executionId = outcome.executionId();
		return (executionId != null)
				? ResponseEntity.accepted().location(Api.execution(request, executionId)).body(outcome)
				: ResponseEntity.ok(outcome);
	}

	@PostMapping("/discard")
	@Operation(operationId = "discardQuarantined", summary = "Gives open records up for good",
			description = "Needs the role OPERATOR. A rebuild of DDS leaves them out, too.")
	@ApiResponse(responseCode = "200", description = "What became of each")
	QuarantineOutcome discard(@RequestBody QuarantineChoice body, @Parameter(hidden = true) Caller caller) {
		return this.actions.discard(body, caller);
	}

	@PutMapping(path = "/{id}/payload", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "editQuarantined", summary = "Gives an open record other contents, for its next attempt",
			description = "Needs the role ADMIN. The body is the record as it should have come. What was received"
					+ " stays in RAW, and the answer shows both.")
	QuarantinedRecord.Detail edit(@PathVariable long id,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(schema = @Schema(type = "object"))) @RequestBody String payload,
			@Parameter(hidden = true) Caller caller) {
		this.actions.edit(id, payload, caller);
		return this.quarantine.get(id);
	}

}
