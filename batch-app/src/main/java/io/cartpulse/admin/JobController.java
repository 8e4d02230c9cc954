package io.cartpulse.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cartpulse.audit.Caller;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.execution.ExecutionDetail;
import io.cartpulse.execution.Executions;
import io.cartpulse.execution.JobOverview;
import io.cartpulse.execution.Jobs;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Jobs and their launch.
 */
@RestController
@RequestMapping(Api.ROOT + "/jobs")
@Tag(name = "jobs")
class JobController {

	private final Jobs jobs;

	private final Executions executions;

	private final ExecutionActions actions;

	JobController(Jobs jobs, Executions executions, ExecutionActions actions) {
		this.jobs = jobs;
		this.executions = executions;
		this.actions = actions;
	}

	@GetMapping
	@Operation(operationId = "listJobs", summary = "All jobs and how they are doing")
	List<JobOverview> all() {
		return this.jobs.all();
	}

	@GetMapping("/{job}")
	@Operation(operationId = "getJob", summary = "One job and how it is doing")
	JobOverview one(@PathVariable String job) {
		return this.jobs.get(Jobs.named(job));
	}

	@PostMapping("/{job}/executions")
	@Operation(operationId = "launchJob", summary = "Launches a job",
			description = "Needs the role OPERATOR. 409 while another run holds a layer that the job writes.")
	@ApiResponse(responseCode = "202", description = "The new execution; Location names it")
	ResponseEntity<ExecutionDetail> launch(@PathVariable String job,
			@RequestBody(required = false) @Nullable LaunchRequest body, @Parameter(hidden = true) Caller caller,
			HttpServletRequest request) {
		Map<String, String> parameters = (body != null) ? body.texts() : Map.of();
		long id = this.actions.launch(Jobs.named(job), parameters, (body != null) ? body.reason() : null, caller);
		return ResponseEntity.accepted().location(Api.execution(request, id)).body(this.executions.get(id));
	}

	/**
	 * What a job is to be launched with.
	 *
	 * @param parameters its parameters, by name
	 * @param reason why, for whoever looks at the execution
	 */
	record LaunchRequest(@Nullable Map<String, Object> parameters, @Nullable String reason) {

		/** The parameters as texts: JSON may have numbers and truth values for them. */
		Map<String, String> texts() {
			Map<String, String> texts = new TreeMap<>();
			if (this.parameters != null) {
				this.parameters.forEach((name, value) -> {
					if (value instanceof String || value instanceof Number || value instanceof Boolean) {
						texts.put(name, value.toString());
					}
					else {
						throw new ProblemException(ProblemCode.BAD_JOB_PARAMETER,
								"Parameter " + name + " must be a text, a number or a truth value.");
					}
				});
			}
			return texts;
		}

	}

}
