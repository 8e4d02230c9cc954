package io.cartpulse.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The customers of the simulated shop, by the day they joined.
 */
final class Population {

	/** Ids of a day's signups: the day's number times this, and one up for each. */
	private static final long IDS_A_DAY = 100_000;

	/** Signups of a day for each customer of the opening. */
	private static final double DAILY_SIGNUPS = 0.004;

	private final SimulationSettings settings;

	private final TreeMap<Long, List<Shopper>> joinedOn = new TreeMap<>();

	Population(SimulationSettings settings) {
		this.settings = settings;
	}

	/** Those who join on a day; on the opening day the customers the shop begins with. */
	List<Shopper> joining(LocalDate day) {
		return this.joinedOn.computeIfAbsent(this.settings.shopDay(day), (shopDay) -> join(shopDay, day));
	}

	/** Those who leave for good on a day. */
	List<Shopper> leaving(LocalDate day) {
		return customers(day).stream().filter((shopper) -> shopper.churns().equals(day)).toList();
	}

	/** Those who may come on a day, the longest known first. */
	List<Shopper> active(LocalDate day) {
		return customers(day).stream().filter((shopper) -> shopper.churns().isAfter(day)).toList();
	}

	private List<Shopper> customers(LocalDate day) {
		List<Shopper> customers = new ArrayList<>();
		for (LocalDate joined = this.settings.opening(); !joined.isAfter(day); joined = joined.plusDays(1)) {
			customers.addAll(joining(joined));
		}
		return customers;
	}

	private List<Shopper> join(long shopDay, LocalDate day) {
		SplittableRandom random = Seeds.random(this.settings.seed(), "signups", shopDay);
		double expected = this.settings.users() * DAILY_SIGNUPS;
		long count = (shopDay == 0) ? this.settings.users()
				: Math.max(0, Math.round(expected + Math.sqrt(expected) * Seeds.gaussian(random)));
		List<Shopper> joining = new ArrayList<>();
		for (long i = 1; i <= count; i++) {
			long id = (shopDay == 0) ? i : (10 + shopDay) * IDS_A_DAY + i;
			joining.add(Shopper.of(this.settings.seed(), id, day));
		}
		return List.copyOf(joining);
	}

}
