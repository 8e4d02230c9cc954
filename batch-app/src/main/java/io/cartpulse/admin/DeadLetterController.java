package io.cartpulse.admin;

import java.time.Instant;

import io.cartpulse.audit.Caller;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.warehouse.DeadLetter;
import io.cartpulse.warehouse.DeadLetterActions;
import io.cartpulse.warehouse.DeadLetterChoice;
import io.cartpulse.warehouse.DeadLetterFilter;
import io.cartpulse.warehouse.DeadLetterOutcome;
import io.cartpulse.warehouse.DeadLetters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records that could not be read as a message.
 */
@RestController
@RequestMapping(Api.ROOT + "/dead-letters")
@Tag(name = "dead letters")
class DeadLetterController {

	private final DeadLetters deadLetters;

	private final DeadLetterActions actions;

	DeadLetterController(DeadLetters deadLetters, DeadLetterActions actions) {
		this.deadLetters = deadLetters;
		this.actions = actions;
	}

	@GetMapping
	@Operation(operationId = "findDeadLetters",
			summary = "A page of dead letters with their first bytes, newest Kafka timestamp first")
	Page<DeadLetter> find(
			@Parameter(description = "open, sending, resent or discarded") @RequestParam(
					required = false) @Nullable String state,
			@Parameter(description = "Why it could not be read, NOT_JSON say") @RequestParam(
					required = false) @Nullable String reason,
			@Parameter(description = "Kafka timestamp since") @RequestParam(required = false) @Nullable Instant from,
			@Parameter(description = "Kafka timestamp before") @RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		return this.deadLetters.find(new DeadLetterFilter(state, reason, from, to), PageRequest.of(limit, cursor));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getDeadLetter", summary = "A dead letter with all its bytes, as text or base64")
	DeadLetter get(@PathVariable String id) {
		return this.deadLetters.get(id);
	}

	@PostMapping("/replay")
	@Operation(operationId = "replayDeadLetters",
			summary = "Sends open letters to the topic again, as they are or as they were edited",
			description = "Needs the role OPERATOR. Each becomes another record, with its key and its Kafka timestamp,"
					+ " for the next run to read. What cannot be read as a message is not sent; a letter that was"
					+ " sent is not sent twice.")
	@ApiResponse(responseCode = "200", description = "What became of each")
	DeadLetterOutcome replay(@RequestBody DeadLetterChoice body, @Parameter(hidden = true) Caller caller) {
		return this.actions.replay(body, caller);
	}

	@PostMapping("/discard")
	@Operation(operationId = "discardDeadLetters", summary = "Gives letters up for good",
			description = "Needs the role OPERATOR. They stay in RAW and in the ledger. One that Kafka gave no answer to can be"
					+ " given up when the time for it is over; it may be in the topic all the same.")
	@ApiResponse(responseCode = "200", description = "What became of each")
	DeadLetterOutcome discard(@RequestBody DeadLetterChoice body, @Parameter(hidden = true) Caller caller) {
		return this.actions.discard(body, caller);
	}

	@PutMapping(path = "/{id}/payload", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "editDeadLetter", summary = "Gives an open letter other contents, to be sent in its place",
			description = "Needs the role ADMIN. The body is the message as it should have come. What was received"
					+ " stays in RAW, and the answer shows both.")
	DeadLetter edit(@PathVariable String id,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(schema = @Schema(type = "object"))) @RequestBody String payload,
			@Parameter(hidden = true) Caller caller) {
		this.actions.edit(id, payload, caller);
		return this.deadLetters.get(id);
	}

}
