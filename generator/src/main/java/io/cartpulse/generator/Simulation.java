package io.cartpulse.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

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

	public Simulation(SimulationSettings settings) {
		this.settings = settings;
		this.population = new Population(settings);
	}

	/**
	 * Simulates a span of time. Memory holds the messages of a day and the later words on
	 * orders of the days before it.
	 * @param from its begin
	 * @param to its end, not in it
	 * @param sink gets the messages in the order of their times
	 */
	public void window(Instant from, Instant to, Consumer<WireMessage> sink) {
		LocalDate first = Days.utc(from).minusDays(ShopDay.LONGEST_ORDER_DAYS);
		LocalDate opening = this.settings.opening();
		LocalDate day = first.isBefore(opening) ? opening : first;
		PriorityQueue<Timed> waiting = new PriorityQueue<>(BY_TIME);
		for (; Days.start(day).isBefore(to); day = day.plusDays(1)) {
			List<WireMessage> messages = ShopDay.messages(this.settings, this.population, day);
			for (int i = 0; i < messages.size(); i++) {
				Instant time = messages.get(i).time();
				if (!time.isBefore(from) && time.isBefore(to)) {
					waiting.add(new Timed(messages.get(i), day, i));
				}
			}
			// what begins later than this day comes later than all of it
			send(waiting, Days.start(day.plusDays(1)), sink);
		}
		send(waiting, to, sink);
	}

	private static void send(PriorityQueue<Timed> waiting, Instant until, Consumer<WireMessage> sink) {
		while (!waiting.isEmpty() && waiting.peek().message().time().isBefore(until)) {
			sink.accept(waiting.remove().message());
		}
	}

	/** A message and its place among those of its day, for a stable order. */
	private record Timed(WireMessage message, LocalDate day, int index) {
	}

}
