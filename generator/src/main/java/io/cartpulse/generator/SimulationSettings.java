package io.cartpulse.generator;

import java.time.LocalDate;

/**
 * What shop is simulated. The same settings give the same messages, byte for byte.
 *
 * @param seed any number
 * @param opening the shop's first day in UTC: its first customers are registered then
 * @param users customers that the shop opens with; more sign up every day
 * @param sessionsPerDay visits on an ordinary day of the opening week
 */
public record SimulationSettings(long seed, LocalDate opening, int users, int sessionsPerDay) {

	public SimulationSettings {
		if (users < 1 || users > 1_000_000) {
			throw new IllegalArgumentException("users must be from 1 to 1000000");
		}
		if (sessionsPerDay < 1 || sessionsPerDay > 1_000_000) {
			throw new IllegalArgumentException("sessions per day must be from 1 to 1000000");
		}
	}

	/** A small shop. */
	public static SimulationSettings smallShop(LocalDate opening) {
		return new SimulationSettings(1, opening, 2_000, 240);
	}

	/** The day's number in the shop's life, 0 for the opening. */
	long shopDay(LocalDate day) {
		return day.toEpochDay() - this.opening.toEpochDay();
	}

}
