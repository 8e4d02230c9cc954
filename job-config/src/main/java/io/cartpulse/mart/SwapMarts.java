package io.cartpulse.mart;

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
		for (Mart mart : publication.built(step)) {
			this.aside.swap(Databases.DATA_MART, mart.table(), this.stamps.stamp(mart, publication));
		}
		return RepeatStatus.FINISHED;
	}

}
