package io.cartpulse.reference;

import java.util.List;

import io.cartpulse.batch.LayerLocks;
import io.cartpulse.enrichment.PlaceHour;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Ends pages of weather, which is kept where it was found: no event gets it, since
 * sessions meet it in the marts. All that is left is to see that DDS is still the run's.
 */
final class WeatherFence implements ItemWriter<List<PlaceHour>>, StepExecutionListener {

	private final LayerLocks locks;

	private long jobExecutionId;

	WeatherFence(LayerLocks locks) {
		this.locks = locks;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.jobExecutionId = step.getJobExecutionId();
	}

	@Override
	public void write(Chunk<? extends List<PlaceHour>> pages) {
		this.locks.requireHeld(this.jobExecutionId);
	}

}
