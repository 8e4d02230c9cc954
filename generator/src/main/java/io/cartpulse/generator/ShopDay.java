package io.cartpulse.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;

/**
 * All that begins on one day of the simulated shop: signups, visits, campaigns, orders
 * with what becomes of them later, and goodbyes.
 */
final class ShopDay {

	/** An order's last word comes at most so many days after its day. */
	static final int LONGEST_ORDER_DAYS = 16;

	/**
	 * Shares of the day's visits by UTC hour: a night's low, a noon's rise, an evening's
	 * peak.
	 */
	private static final Weighted<Integer> HOURS = new Weighted<>(IntStream.range(0, 24).boxed().toList(),
			(hour) -> 1.2 + Math.sin((hour - 9) / 24.0 * 2 * Math.PI) + ((hour >= 18 && hour <= 21) ? 0.7 : 0));

	private static final double GROWTH_A_DAY = 0.002;

	private static final double GUESTS = 0.35;

	private static final double ADVERTS_A_VISIT = 0.7;

	private static final double CLICKS_AN_ADVERT = 0.12;

	/** Of ten that think of a visit about eight come: see {@link Climate}. */
	private static final double THOUGHTS_A_VISIT = 1.25;

	/** Once in so many days of the shop's life nobody reaches it through the day. */
	private static final int OUTAGE_EVERY_DAYS = 45;

	private static final int FIRST_OUTAGE = 31;

	private static final int OUTAGE_FROM_HOUR = 7;

	private static final int OUTAGE_TO_HOUR = 19;

	private final SimulationSettings settings;

	private final Population population;

	private final LocalDate day;

	private final Climate climate;

	private final SplittableRandom random;

	private final List<WireMessage> messages = new ArrayList<>();

	private ShopDay(SimulationSettings settings, Population population, LocalDate day) {
		this.settings = settings;
		this.population = population;
		this.day = day;
		this.climate = new Climate(settings.seed());
		this.random = Seeds.random(settings.seed(), "day", settings.shopDay(day));
	}

	/** The messages of a day, in no order. */
	static List<WireMessage> messages(SimulationSettings settings, Population population, LocalDate day) {
		ShopDay shopDay = new ShopDay(settings, population, day);
		shopDay.live();
		return shopDay.messages;
	}

	private void live() {
		this.population.joining(this.day).forEach(this::register);
		this.population.leaving(this.day).forEach(this::leave);
		List<Shopper> shoppers = this.population.active(this.day);
		Weighted<Campaigns.Campaign> campaigns = Campaigns.runningOn(this.settings.shopDay(this.day));
		long visits = visits();
		for (long i = 0; i < Math.round(visits * THOUGHTS_A_VISIT); i++) {
			visit(someone(shoppers), moment(), null);
		}
		long adverts = Math.round(visits * ADVERTS_A_VISIT);
		for (long i = 0; i < adverts; i++) {
			showAdvert(someone(shoppers), campaigns.pick(this.random));
		}
	}

	/** Weekends are busier, the shop grows, and no day is like another. */
	private long visits() {
		double weekday = switch (this.day.getDayOfWeek()) {
			case SATURDAY -> 1.3;
			case SUNDAY -> 1.2;
			case FRIDAY -> 1.08;
			case TUESDAY, WEDNESDAY -> 0.9;
			default -> 1;
		};
		double growth = 1 + GROWTH_A_DAY * this.settings.shopDay(this.day);
		double chance = 1 + 0.05 * Seeds.gaussian(this.random);
		return Math.max(1, Math.round(this.settings.sessionsPerDay() * weekday * growth * chance));
	}

	private void register(Shopper shopper) {
		boolean opening = this.day.equals(this.settings.opening());
		// those whom the shop opens with are known before its first visit
		Instant moment = opening ? start().plusMillis(this.random.nextInt(60_000)) : moment();
		this.messages.add(shopper.profile(this.settings.seed(), Seeds.uuid(this.random), moment));
		for (Shopper.Device device : shopper.devices()) {
			this.messages.add(new WireMessage.UserDevice(Seeds.uuid(this.random), shopper.id(), device.type(),
					device.os(), device.browser(), moment));
		}
		this.messages.add(new WireMessage.UserLocation(Seeds.uuid(this.random), shopper.id(),
				Climate.place(shopper.home(), this.climate.at(shopper.home(), moment)), moment));
		if (!opening) {
			lifeEvent("signup", shopper, moment);
		}
	}

	private void leave(Shopper shopper) {
		lifeEvent("churn", shopper, moment());
	}

	private void lifeEvent(String type, Shopper shopper, Instant moment) {
		this.messages.add(new WireMessage.StoreEvent(Seeds.uuid(this.random), type, moment, shopper.id(), null, null,
				null, null, null, null));
	}

	private void showAdvert(@Nullable Shopper shopper, Campaigns.Campaign campaign) {
		Instant seen = moment();
		tell(campaign, "view", shopper, seen);
		if (Seeds.chance(this.random, CLICKS_AN_ADVERT)) {
			Instant clicked = seen.plusSeconds(2 + this.random.nextInt(40));
			tell(campaign, "click", shopper, clicked);
			visit(shopper, clicked.plusSeconds(1 + this.random.nextInt(5)), campaign);
		}
	}

	private void tell(Campaigns.Campaign campaign, String action, @Nullable Shopper shopper, Instant moment) {
		this.messages.add(new WireMessage.CampaignEvent(Seeds.uuid(this.random), campaign.id(), action,
				(shopper != null) ? shopper.id() : null, campaign.name(), campaign.channel(), null, moment));
	}

	private void visit(@Nullable Shopper shopper, Instant begin, Campaigns.@Nullable Campaign campaign) {
		SplittableRandom dice = this.random.split();
		if (!isOut(begin)) {
			Visit.simulate(this.climate, dice, shopper, begin, campaign, this.messages::add);
		}
	}

	private boolean isOut(Instant moment) {
		int hour = moment.atOffset(ZoneOffset.UTC).getHour();
		return Math.floorMod(this.settings.shopDay(this.day), OUTAGE_EVERY_DAYS) == FIRST_OUTAGE
				&& hour >= OUTAGE_FROM_HOUR && hour < OUTAGE_TO_HOUR;
	}

	/** A customer, some far keener than others, or someone unknown. */
	private @Nullable Shopper someone(List<Shopper> shoppers) {
		if (shoppers.isEmpty() || Seeds.chance(this.random, GUESTS)) {
			return null;
		}
		double keenness = Math.pow(this.random.nextDouble(), 1.6);
		return shoppers.get((int) (keenness * shoppers.size()));
	}

	private Instant moment() {
		return start().plusSeconds(HOURS.pick(this.random) * 3600L).plusMillis(this.random.nextInt(3_600_000));
	}

	private Instant start() {
		return Days.start(this.day);
	}

}
