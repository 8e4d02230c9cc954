package io.cartpulse.mart;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the checked marts visible, each at once. A restart swaps those that are not.
 */
final class SwapMarts implements Tasklet {

	private final AsideTables aside;

	private final MartStamps stamps;

	SwapMarts(AsideTables aside, MartStamps stamps) {
		this.aside = aside;
		this.stamps = stamps;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		Publication publication = Publication.of(step);
		Map<String, String> stamps = new LinkedHashMap<>();
		publication.built(step).forEach((mart) -> stamps.put(mart.table(), this.stamps.stamp(mart, publication)));
		this.aside.swap(Databases.DATA_MART, stamps);
		return RepeatStatus.FINISHED;
	}

}
