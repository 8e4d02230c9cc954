package io.cartpulse.mart;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Puts facts that were carried over as a whole in the place of the old ones.
 */
final class SwapFacts implements Tasklet {

	private final AsideTables aside;

	SwapFacts(AsideTables aside) {
		this.aside = aside;
	}

	static String stamp(Publication publication) {
		return "publication " + publication.id();
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		Publication publication = Publication.of(contribution.getStepExecution());
		if (publication.full()) {
			Map<String, String> stamps = new LinkedHashMap<>();
			Fact.tables().forEach((table) -> stamps.put(table, stamp(publication)));
			this.aside.swap(Databases.WAREHOUSE, stamps);
		}
		return RepeatStatus.FINISHED;
	}

}
