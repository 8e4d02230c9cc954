package io.cartpulse.console;

import java.util.Map;
import java.util.TreeMap;

import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.execution.ExecutionFilter;
import io.cartpulse.execution.Executions;
import io.cartpulse.execution.Jobs;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The jobs, and the form that launches one.
 */
@ConsoleController
@RequestMapping("/jobs")
class JobPages {

	private static final String PARAMETER = "param.";

	private static final int FEW = 10;

	private final Jobs jobs;

	private final Executions executions;

	private final ExecutionActions actions;

	JobPages(Jobs jobs, Executions executions, ExecutionActions actions) {
		this.jobs = jobs;
		this.executions = executions;
		this.actions = actions;
	}

	@GetMapping
	String all(Model model) {
		model.addAttribute("jobs", this.jobs.all());
		return "console/jobs";
	}

	@GetMapping("/{job}")
	String one(@PathVariable String job, Model model) {
		return form(Jobs.named(job), Map.of(), null, model);
	}

	@PostMapping("/{job}")
	String launch(@PathVariable String job, @RequestParam(required = false) @Nullable String reason, Caller caller,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		KnownJob known = Jobs.named(job);
		Map<String, String> values = parameters(request);
		try {
			return "redirect:/executions/" + this.actions.launch(known, values, reason, caller);
		}
		catch (ProblemException ex) {
			response.setStatus(ex.code().status());
			model.addAttribute("problem", ex);
			model.addAttribute("wrong", wrong(known, values));
			return form(known, values, reason, model);
		}
	}

	private String form(KnownJob job, Map<String, String> values, @Nullable String reason, Model model) {
		model.addAttribute("job", this.jobs.get(job));
		model.addAttribute("values", values);
		model.addAttribute("reason", reason);
		model.addAttribute("recent",
				this.executions.find(ExecutionFilter.of(job.jobName()), PageRequest.of(FEW, null)).items());
		return "console/job";
	}

	/** What the form has left empty is not given. */
	private static Map<String, String> parameters(HttpServletRequest request) {
		Map<String, String> parameters = new TreeMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(PARAMETER) && !values[0].isBlank()) {
				parameters.put(name.substring(PARAMETER.length()), values[0].strip());
			}
		});
		return parameters;
	}

	/** Per field, what is wrong with it. */
	private static Map<String, String> wrong(KnownJob job, Map<String, String> values) {
		Map<String, String> wrong = new TreeMap<>();
		values.forEach((name, value) -> job.check(Map.of(name, value)).ifPresent((text) -> wrong.put(name, text)));
		if (wrong.isEmpty()) {
			// what does not go together is told where the first such field is
			job.check(values).ifPresent((text) -> wrong.put(values.keySet().iterator().next(), text));
		}
		return wrong;
	}

}
