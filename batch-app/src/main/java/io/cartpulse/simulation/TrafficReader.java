package io.cartpulse.simulation;

import java.util.Collections;
import java.util.Iterator;

import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/**
 * Reads a simulated span. A restart passes over the messages that were published; there
 * is nothing to look up, the simulation gives the same again.
 */
class TrafficReader extends AbstractItemCountingItemStreamItemReader<WireMessage> {

	private final TrafficSpan span;

	private Iterator<WireMessage> messages = Collections.emptyIterator();

	TrafficReader(TrafficSpan span) {
		this.span = span;
		setName("traffic");
	}

	@Override
	protected void doOpen() {
		this.messages = new Simulation(SimulationSettings.smallShop(this.span.opening())).messages(this.span.from(),
				this.span.to());
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
