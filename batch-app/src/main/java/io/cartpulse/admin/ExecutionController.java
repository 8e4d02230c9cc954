package io.cartpulse.admin;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cartpulse.audit.Caller;
import io.cartpulse.execution.ExecutionAction;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.execution.ExecutionActions.BulkResult;
import io.cartpulse.execution.ExecutionDetail;
import io.cartpulse.execution.ExecutionFeed;
import io.cartpulse.execution.ExecutionFilter;
import io.cartpulse.execution.ExecutionSummary;
import io.cartpulse.execution.Executions;
import io.cartpulse.failure.Failure;
import io.cartpulse.failure.Failures;
import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Executions: search, detail, live, and what can be done with them.
 */
@RestController
@RequestMapping(Api.ROOT + "/executions")
@Tag(name = "executions")
class ExecutionController {

	private static final String PARAMETER = "param.";

	private static final int LONGEST_SEARCH = 200;

	private static final int MOST_IN_BULK = 100;

	private final Executions executions;

	private final ExecutionActions actions;

	private final ExecutionFeed feed;

	private final Failures failures;

	ExecutionController(Executions executions, ExecutionActions actions, ExecutionFeed feed, Failures failures) {
		this.executions = executions;
		this.actions = actions;
		this.feed = feed;
		this.failures = failures;
	}

	@GetMapping
	@Operation(operationId = "findExecutions", summary = "A page of executions, newest first")
	@Parameter(name = "param.NAME", in = ParameterIn.QUERY, schema = @Schema(type = "string"),
			description = "The value of the job parameter NAME; may be given for several names")
	Page<ExecutionSummary> find(
			@Parameter(description = "The job's name") @RequestParam(required = false) @Nullable String job,
			@Parameter(description = "One of these states") @RequestParam(
					required = false) @Nullable List<BatchStatus> status,
			@Parameter(description = "Launched since") @RequestParam(required = false) @Nullable Instant from,
			@Parameter(description = "Launched before") @RequestParam(required = false) @Nullable Instant to,
			@Parameter(description = "Words, or their beginnings, of reason or failure, and a job's name among them; "
					+ "or an execution's number") @RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor, HttpServletRequest request) {
		if (q != null && q.length() > LONGEST_SEARCH) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER,
					"q may have " + LONGEST_SEARCH + " characters at most.");
		}
		return this.executions.find(
				new ExecutionFilter(job, (status != null) ? status : List.of(), from, to, jobParameters(request), q),
				PageRequest.of(limit, cursor));
	}

	private static Map<String, String> jobParameters(HttpServletRequest request) {
		Map<String, String> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(PARAMETER)) {
				parameters.put(name.substring(PARAMETER.length()), values[0]);
			}
		});
		return parameters;
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getExecution", summary = "All about an execution, step by step")
	ExecutionDetail get(@PathVariable long id) {
		return this.executions.get(id);
	}

	@GetMapping("/{id}/events")
	@Operation(operationId = "followExecution",
			summary = "The execution as it changes, until it ends: events named execution")
	@ApiResponse(responseCode = "200", description = "A stream of events; the data of each is the execution",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(implementation = ExecutionDetail.class)))
	@ApiResponse(responseCode = "204", description = "It has ended, and the caller has seen it: do not come again")
	ResponseEntity<SseEmitter> follow(@PathVariable long id,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
		if (lastEventId != null && !this.executions.get(id).running()) {
			return ResponseEntity.noContent().build();
		}
		SseEmitter emitter = new SseEmitter(0L);
		this.feed.follow(id, new EventStream(emitter));
		return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(emitter);
	}

	@GetMapping("/{id}/failure")
	@Operation(operationId = "getFailure", summary = "Why an execution failed: causes and full stack traces")
	List<Failure> failure(@PathVariable long id) {
		List<Failure> found = this.failures.of(id);
		if (found.isEmpty()) {
			ExecutionDetail execution = this.executions.get(id);
			throw new ProblemException(ProblemCode.NO_FAILURE,
					"Execution " + id + " is " + execution.status() + " and has no failure.");
		}
		return found;
	}

	@PostMapping("/{id}/restart")
	@Operation(operationId = "restartExecution", summary = "Goes on where a failed or stopped execution ended",
			description = "Needs the role OPERATOR. Answers with the new execution.")
	@ApiResponse(responseCode = "202", description = "The new execution; Location names it")
	ResponseEntity<ExecutionDetail> restart(@PathVariable long id, @Parameter(hidden = true) Caller caller,
			HttpServletRequest request) {
		return apply(ExecutionAction.RESTART, id, caller, request);
	}

	@PostMapping("/{id}/stop")
	@Operation(operationId = "stopExecution", summary = "Asks a running execution to end at its next chunk",
			description = "Needs the role OPERATOR.")
	@ApiResponse(responseCode = "202", description = "The execution; Location names it")
	ResponseEntity<ExecutionDetail> stop(@PathVariable long id, @Parameter(hidden = true) Caller caller,
			HttpServletRequest request) {
		return apply(ExecutionAction.STOP, id, caller, request);
	}

	@PostMapping("/{id}/abandon")
	@Operation(operationId = "abandonExecution", summary = "Gives an execution up for good",
			description = "Needs the role OPERATOR.")
	@ApiResponse(responseCode = "202", description = "The execution; Location names it")
	ResponseEntity<ExecutionDetail> abandon(@PathVariable long id, @Parameter(hidden = true) Caller caller,
			HttpServletRequest request) {
		return apply(ExecutionAction.ABANDON, id, caller, request);
	}

	@PostMapping("/{id}/recover")
	@Operation(operationId = "recoverExecution",
			summary = "Marks an execution as failed whose process is gone, so that it can be restarted",
			description = "Needs the role OPERATOR.")
	@ApiResponse(responseCode = "202", description = "The execution; Location names it")
	ResponseEntity<ExecutionDetail> recover(@PathVariable long id, @Parameter(hidden = true) Caller caller,
			HttpServletRequest request) {
		return apply(ExecutionAction.RECOVER, id, caller, request);
	}

	@PostMapping("/bulk")
	@Operation(operationId = "applyToExecutions", summary = "Does the same with several executions, each for itself",
			description = "Needs the role OPERATOR.")
	@ApiResponse(responseCode = "202", description = "What became of each")
	ResponseEntity<List<BulkResult>> bulk(@RequestBody BulkRequest body, @Parameter(hidden = true) Caller caller) {
		if (body.ids() == null || body.ids().isEmpty() || body.ids().size() > MOST_IN_BULK
				|| body.ids().stream().anyMatch(Objects::isNull)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"ids must name 1 to " + MOST_IN_BULK + " executions.");
		}
		return ResponseEntity.accepted().body(this.actions.applyToAll(action(body.action()), body.ids(), caller));
	}

	private static ExecutionAction action(@Nullable String word) {
		return Arrays.stream(ExecutionAction.values())
			.filter((action) -> action.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemCode.UNUSABLE_VALUE,
					"action must be restart, stop, abandon or recover."));
	}

	private ResponseEntity<ExecutionDetail> apply(ExecutionAction action, long id, Caller caller,
			HttpServletRequest request) {
		long executionId = this.actions.apply(action, id, caller);
		return ResponseEntity.accepted()
			.location(Api.execution(request, executionId))
			.body(this.executions.get(executionId));
	}

	/**
	 * What is to be done with several executions.
	 *
	 * @param action restart, stop, abandon or recover
	 * @param ids the executions
	 */
	record BulkRequest(@Nullable String action, @Nullable List<Long> ids) {

	}

}
