package io.cartpulse.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.cartpulse.source.WireMessage;

/**
 * Simulated traffic of a shop: not noise, but people who come on certain days and hours,
 * look, choose, buy, pay, send back, and leave. Every day is simulated from the seed
 * alone; so windows may be asked for in any order, and those that meet fit together. For
 * one thread.
 */
public final class Simulation {

	private static final Comparator<Timed> BY_TIME = Comparator.comparing((Timed timed) -> timed.message().time())
		.thenComparing(Timed::day)
		.thenComparingInt(Timed::index);

	private final SimulationSettings settings;

	private final Population population;

	private final UnaryOperator<WireMessage> witness;

	/** A shop whose weather, places and rates are samples. */
	public Simulation(SimulationSettings settings) {
		this(settings, UnaryOperator.identity());
	}

	/** A shop whose messages tell of real surroundings as far as they are known. */
	public Simulation(SimulationSettings settings, Surroundings surroundings) {
		this(settings, new Witness(surroundings)::tell);
	}

	private Simulation(SimulationSettings settings, UnaryOperator<WireMessage> witness) {
		this.settings = settings;
		this.population = new Population(settings);
		this.witness = witness;
	}

	/**
	 * Simulates a span of time.
	 * @param from its begin
	 * @param to its end, not in it
	 * @param sink gets the messages in the order of their times
	 */
	public void window(Instant from, Instant to, Consumer<WireMessage> sink) {
		messages(from, to).forEachRemaining(sink);
	}

	/**
	 * Simulates a span of time, day by day as the messages are asked for. Memory holds
	 * the messages of a day and the later words on orders of the days before it.
	 * @param from its begin
	 * @param to its end, not in it
	 * @return the messages in the order of their times
	 */
	public Iterator<WireMessage> messages(Instant from, Instant to) {
		return new Window(from, to);
	}

	/**
	 * The messages of a span.
	 */
	private final class Window implements Iterator<WireMessage> {

		private final Instant from;

		private final Instant to;

		private final PriorityQueue<Timed> waiting = new PriorityQueue<>(BY_TIME);

		/** The next day to simulate; what begins on it comes later than all before it. */
		private LocalDate day;

		private Window(Instant from, Instant to) {
			this.from = from;
			this.to = to;
			LocalDate first = Days.utc(from).minusDays(ShopDay.LONGEST_ORDER_DAYS);
			LocalDate opening = Simulation.this.settings.opening();
			this.day = first.isBefore(opening) ? opening : first;
		}

		@Override
		public boolean hasNext() {
			while (isDayNeeded()) {
				simulateDay();
			}
			return !this.waiting.isEmpty();
		}

		@Override
		public WireMessage next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return Simulation.this.witness.apply(this.waiting.remove().message());
		}

		private boolean isDayNeeded() {
			Instant start = Days.start(this.day);
			return start.isBefore(this.to)
					&& (this.waiting.isEmpty() || !this.waiting.peek().message().time().isBefore(start));
		}

		private void simulateDay() {
			List<WireMessage> messages = ShopDay.messages(Simulation.this.settings, Simulation.this.population,
					this.day);
			for (int i = 0; i < messages.size(); i++) {
				Instant time = messages.get(i).time();
				if (!time.isBefore(this.from) && time.isBefore(this.to)) {
					this.waiting.add(new Timed(messages.get(i), this.day, i));
				}
			}
			this.day = this.day.plusDays(1);
		}

	}

	/** A message and its place among those of its day, for a stable order. */
	private record Timed(WireMessage message, LocalDate day, int index) {
	}

}
