package io.cartpulse.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.cartpulse.launch.StoredRecords;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Fixes what a run will publish: from where the last one ended up to now. Where
 * simulation is not switched on, nothing is published among a real store's events, by a
 * restart neither.
 */
@Component
class FixSpanTasklet implements Tasklet {

	private final TrafficSettings settings;

	private final SimulatedShop shop;

	private final StoredRecords topic;

	private final Clock clock;

	FixSpanTasklet(TrafficSettings settings, SimulatedShop shop, StoredRecords topic, Clock clock) {
		this.settings = settings;
		this.shop = shop;
		this.topic = topic;
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (!this.settings.enabled()) {
			throw new IllegalStateException("simulation is switched off, so that nothing is published among real"
					+ " events; where that is wanted, set cartpulse.simulation.enabled=true");
		}
		ExecutionContext run = contribution.getStepExecution().getJobExecution().getExecutionContext();
		if (!TrafficSpan.isIn(run)) {
			this.topic.ensureTopic();
			// as fine as PostgreSQL keeps it
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
			SimulatedShop.State state = this.shop.open(now);
			new TrafficSpan(state.opening(), state.publishedUntil(), now).writeTo(run);
		}
		return RepeatStatus.FINISHED;
	}

}
