package io.cartpulse.admin;

import io.cartpulse.audit.Caller;
import io.cartpulse.execution.ExecutionDetail;
import io.cartpulse.execution.Executions;
import io.cartpulse.warehouse.BackfillPlan;
import io.cartpulse.warehouse.BackfillRequest;
import io.cartpulse.warehouse.Backfills;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Days that are built anew.
 */
@RestController
@RequestMapping(Api.ROOT + "/backfills")
@Tag(name = "backfills")
class BackfillController {

	private final Backfills backfills;

	private final Executions executions;

	BackfillController(Backfills backfills, Executions executions) {
		this.backfills = backfills;
		this.executions = executions;
	}

	@PostMapping
	@Operation(operationId = "launchBackfill", summary = "Builds chosen days of the marts anew",
			description = "Needs the role OPERATOR. 409 while another run holds DDS or the marts.")
	@ApiResponse(responseCode = "202", description = "The execution that does it; Location names it")
	ResponseEntity<ExecutionDetail> launch(@RequestBody BackfillRequest body, @Parameter(hidden = true) Caller caller,
			HttpServletRequest request) {
		long id = this.backfills.launch(body, caller);
		return ResponseEntity.accepted().location(Api.execution(request, id)).body(this.executions.get(id));
	}

	@PostMapping("/dry-run")
	@Operation(operationId = "planBackfill", summary = "Lists the days, marts and rows that would be built anew",
			description = "Needs the role OPERATOR. Changes nothing.")
	BackfillPlan plan(@RequestBody BackfillRequest body) {
		return this.backfills.plan(body);
	}

}
