package io.cartpulse.admin;

import java.time.LocalDate;

import io.cartpulse.warehouse.Ledger;
import io.cartpulse.warehouse.PipelineOverview;
import io.cartpulse.warehouse.PipelineStatus;
import io.cartpulse.warehouse.Reconciliation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pipeline as a whole.
 */
@RestController
@RequestMapping(Api.ROOT)
@Tag(name = "pipeline")
class PipelineController {

	private final PipelineOverview pipeline;

	private final Ledger ledger;

	PipelineController(PipelineOverview pipeline, Ledger ledger) {
		this.pipeline = pipeline;
		this.ledger = ledger;
	}

	@GetMapping("/pipeline")
	@Operation(operationId = "getPipeline", summary = "What waits before each stage, its last run, and freshness")
	PipelineStatus status() {
		return this.pipeline.status();
	}

	@GetMapping("/reconciliation")
	@Operation(operationId = "getReconciliation", summary = "The ledger, by Kafka day and by run")
	Reconciliation reconciliation(
			@Parameter(description = "The first Kafka day; the last seven days when left out") @RequestParam(
					required = false) @Nullable LocalDate from,
			@Parameter(description = "The last Kafka day; today when left out") @RequestParam(
					required = false) @Nullable LocalDate to) {
		return this.ledger.of(from, to);
	}

}
