package io.cartpulse.simulation;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Notes that a run's span is published, all of it acknowledged.
 */
@Component
class NoteSpanTasklet implements Tasklet {

	private final SimulatedShop shop;

	NoteSpanTasklet(SimulatedShop shop) {
		this.shop = shop;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		this.shop.notePublished(
				TrafficSpan.readFrom(contribution.getStepExecution().getJobExecution().getExecutionContext()).to());
		return RepeatStatus.FINISHED;
	}

}
