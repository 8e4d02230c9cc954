package io.cartpulse.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.cartpulse.generator.EventPublisher;
import io.cartpulse.generator.PublishSummary;
import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.source.WireWriter;

/**
 * The demo's shop: simulated from its opening on, published up to some moment. The
 * simulation gives the same messages for the same span; so what a kill left unnoted is
 * published twice and counts once.
 */
final class DemoShop {

	private static final int DAYS_OF_PAST = 60;

	private final LocalDate opening;

	private final DemoShopFile file;

	private final Simulation simulation;

	private Instant tradedUntil;

	DemoShop(LocalDate opening, Instant tradedUntil, DemoShopFile file) {
		this.opening = opening;
		this.tradedUntil = tradedUntil;
		this.file = file;
		this.simulation = new Simulation(SimulationSettings.smallShop(opening));
	}

	/** A shop that opened sixty days ago and has published nothing yet. */
	static DemoShop open(Instant now, DemoShopFile file) {
		LocalDate opening = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS_OF_PAST);
		DemoShop shop = new DemoShop(opening, opening.atStartOfDay(ZoneOffset.UTC).toInstant(), file);
		file.write(shop);
		return shop;
	}

	LocalDate opening() {
		return this.opening;
	}

	Instant tradedUntil() {
		return this.tradedUntil;
	}

	/**
	 * Publishes what happened since the last time.
	 * @param until up to when, not included
	 * @param publisher where to
	 * @return what was published, all of it acknowledged
	 */
	PublishSummary tradeUntil(Instant until, EventPublisher publisher) {
		this.simulation.window(this.tradedUntil, until,
				(message) -> publisher.publish(WireWriter.key(message), WireWriter.write(message)));
		PublishSummary sent = publisher.flush();
		this.tradedUntil = until;
		this.file.write(this);
		return sent;
	}

}
