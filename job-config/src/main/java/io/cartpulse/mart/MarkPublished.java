package io.cartpulse.mart;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Notes that the marts have the loads of the publication.
 */
final class MarkPublished implements Tasklet {

	private final PublicationLog log;

	MarkPublished(PublicationLog log) {
		this.log = log;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		Publication publication = Publication.of(contribution.getStepExecution());
		if (publication.hasLoads()) {
			this.log.notePublished(publication);
		}
		return RepeatStatus.FINISHED;
	}

}
