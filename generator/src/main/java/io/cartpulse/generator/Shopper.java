package io.cartpulse.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;

import io.cartpulse.source.WireMessage;
import net.datafaker.Faker;

/**
 * A customer of the simulated shop: who, where from, with which devices, and for how
 * long.
 *
 * @param id the user's id
 * @param joined the day of the signup
 * @param churns the day the customer leaves for good
 * @param home where most visits come from
 * @param devices one or two
 */
record Shopper(long id, LocalDate joined, LocalDate churns, SamplePlaces.City home, List<Device> devices) {

	private static final double MEAN_STAY_DAYS = 240;

	private static final Weighted<Device> DEVICES = new Weighted<>(
			List.of(new Device("mobile", "iOS", "Safari", 27), new Device("mobile", "Android", "Chrome", 29),
					new Device("mobile", "Android", "Samsung Internet", 4),
					new Device("desktop", "Windows", "Chrome", 18), new Device("desktop", "Windows", "Edge", 6),
					new Device("desktop", "macOS", "Safari", 6), new Device("desktop", "Linux", "Firefox", 2),
					new Device("tablet", "iPadOS", "Safari", 5), new Device("tablet", "Android", "Chrome", 3)),
			Device::share);

	static Shopper of(long seed, long id, LocalDate joined) {
		SplittableRandom random = Seeds.random(seed, "shopper", id);
		long stay = 1 + Math.round(-MEAN_STAY_DAYS * Math.log(1 - random.nextDouble()));
		Device first = DEVICES.pick(random);
		List<Device> devices = Seeds.chance(random, 0.3) ? List.of(first, DEVICES.pick(random)) : List.of(first);
		return new Shopper(id, joined, joined.plusDays(stay), SamplePlaces.randomCity(random), devices);
	}

	/** A device of someone whom the shop does not know. */
	static Device randomDevice(SplittableRandom random) {
		return DEVICES.pick(random);
	}

	Device device(SplittableRandom random) {
		return this.devices.get(Seeds.chance(random, 0.7) ? 0 : this.devices.size() - 1);
	}

	/** Name, address, age and gender, said at some moment. */
	WireMessage.UserProfile profile(long seed, UUID eventId, Instant moment) {
		Random random = new Random(Seeds.mix(seed, "profile", this.id));
		Faker faker = new Faker(Locale.ENGLISH, random);
		String first = faker.name().firstName();
		String last = faker.name().lastName();
		String address = (first + '.' + last + '.' + this.id).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
		LocalDate birth = this.joined.minusDays(18 * 365L + random.nextInt(50 * 365));
		String gender = (random.nextInt(100) < 51) ? "female" : (random.nextInt(100) < 96) ? "male" : "other";
		return new WireMessage.UserProfile(eventId, this.id, first + ' ' + last, address + "@example.org", birth,
				gender, moment);
	}

	/**
	 * A device.
	 */
	record Device(String type, String os, String browser, double share) {
	}

}
