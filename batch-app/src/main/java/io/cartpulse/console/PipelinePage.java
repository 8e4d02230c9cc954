package io.cartpulse.console;

import io.cartpulse.execution.ExecutionFilter;
import io.cartpulse.execution.Executions;
import io.cartpulse.paging.PageRequest;
import io.cartpulse.warehouse.Ledger;
import io.cartpulse.warehouse.PipelineOverview;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The pipeline as a picture.
 */
@ConsoleController
class PipelinePage {

	private static final int FEW = 5;

	private final PipelineOverview pipeline;

	private final Ledger ledger;

	private final Executions executions;

	PipelinePage(PipelineOverview pipeline, Ledger ledger, Executions executions) {
		this.pipeline = pipeline;
		this.ledger = ledger;
		this.executions = executions;
	}

	@GetMapping("/")
	String show(Model model) {
		model.addAttribute("pipeline", this.pipeline.status());
		model.addAttribute("ledger", this.ledger.of(null, null));
		model.addAttribute("recent", this.executions.find(ExecutionFilter.all(), PageRequest.of(FEW, null)).items());
		return "console/pipeline";
	}

}
