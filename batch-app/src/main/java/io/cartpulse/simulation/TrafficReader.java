package io.cartpulse.simulation;

import java.util.Collections;
import java.util.Iterator;

import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.generator.Surroundings;
import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/**
 * Reads a simulated span. A restart passes over the messages that were published: the
 * simulation gives the same again, whatever has become known of the surroundings.
 */
class TrafficReader extends AbstractItemCountingItemStreamItemReader<WireMessage> {

	private final TrafficSpan span;

	private final Surroundings surroundings;

	private Iterator<WireMessage> messages = Collections.emptyIterator();

	TrafficReader(TrafficSpan span, Surroundings surroundings) {
		this.span = span;
		this.surroundings = surroundings;
		setName("traffic");
	}

	@Override
	protected void doOpen() {
		this.messages = new Simulation(SimulationSettings.smallShop(this.span.opening()), this.surroundings)
			.messages(this.span.from(), this.span.to());
	}

	@Override
	protected @Nullable WireMessage doRead() {
		return this.messages.hasNext() ? this.messages.next() : null;
	}

	@Override
	protected void doClose() {
		this.messages = Collections.emptyIterator();
	}

}
