package io.cartpulse.admin;

import java.time.Instant;

import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.warehouse.DeadLetter;
import io.cartpulse.warehouse.DeadLetterFilter;
import io.cartpulse.warehouse.DeadLetters;
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
 * Records that could not be read as a message.
 */
@RestController
@RequestMapping(Api.ROOT + "/dead-letters")
@Tag(name = "dead letters")
class DeadLetterController {

	private final DeadLetters deadLetters;

	DeadLetterController(DeadLetters deadLetters) {
		this.deadLetters = deadLetters;
	}

	@GetMapping
	@Operation(operationId = "findDeadLetters",
			summary = "A page of dead letters with their first bytes, newest Kafka timestamp first")
	Page<DeadLetter> find(
			@Parameter(description = "Why it could not be read, NOT_JSON say") @RequestParam(
					required = false) @Nullable String reason,
			@Parameter(description = "Kafka timestamp since") @RequestParam(required = false) @Nullable Instant from,
			@Parameter(description = "Kafka timestamp before") @RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		return this.deadLetters.find(new DeadLetterFilter(reason, from, to), PageRequest.of(limit, cursor));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getDeadLetter", summary = "A dead letter with all its bytes, as text or base64")
	DeadLetter get(@PathVariable String id) {
		return this.deadLetters.get(id);
	}

}
