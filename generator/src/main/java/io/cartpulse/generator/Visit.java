package io.cartpulse.generator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

import io.cartpulse.enrichment.Weather;
import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;

/**
 * One visit of the simulated shop, on its way from the first page to the payment. At each
 * step some go on and some do not; the shares are round figures of ordinary shops.
 */
final class Visit {

	private static final double VIEWS_PRODUCT = 0.78;

	private static final double ADDS_TO_CART = 0.36;

	private static final double PURCHASES = 0.5;

	/** Whom a campaign led here, knows what for. */
	private static final double PURCHASES_AFTER_CAMPAIGN = 0.75;

	private static final double TAKES_COMPANION = 0.6;

	private final SplittableRandom random;

	private final @Nullable Shopper shopper;

	private final Campaigns.@Nullable Campaign campaign;

	private final Weather weather;

	private final WireMessage.Place place;

	private final Consumer<WireMessage> sink;

	private final UUID sessionId;

	private Instant now;

	private Visit(Climate climate, SplittableRandom random, @Nullable Shopper shopper, Instant begin,
			Campaigns.@Nullable Campaign campaign, Consumer<WireMessage> sink) {
		this.random = random;
		this.shopper = shopper;
		this.campaign = campaign;
		this.sink = sink;
		this.sessionId = Seeds.uuid(random);
		this.now = begin;
		boolean away = shopper == null || Seeds.chance(random, 0.06);
		SamplePlaces.City city = away ? SamplePlaces.randomCity(random) : shopper.home();
		this.weather = climate.at(city, begin);
		this.place = Climate.place(city, this.weather);
	}

	/**
	 * Simulates a visit, unless the weather is too fine for it: a campaign's advert has
	 * been clicked in spite of it.
	 * @param climate the weather of the shop's cities
	 * @param random of the visit alone
	 * @param shopper who comes, null for a guest
	 * @param begin when
	 * @param campaign what led here, null for nothing
	 * @param sink gets the messages
	 */
	static void simulate(Climate climate, SplittableRandom random, @Nullable Shopper shopper, Instant begin,
			Campaigns.@Nullable Campaign campaign, Consumer<WireMessage> sink) {
		Visit visit = new Visit(climate, random, shopper, begin, campaign, sink);
		if (campaign != null || visit.chance(Climate.urgeToVisit(visit.weather))) {
			visit.run();
		}
	}

	private void run() {
		tell("session_start", null);
		if (this.shopper != null) {
			arrive(this.shopper);
		}
		browse();
		if (chance(VIEWS_PRODUCT)) {
			List<CartLine> cart = fillCart(lookAtProducts());
			if (!cart.isEmpty() && chance((this.campaign != null) ? PURCHASES_AFTER_CAMPAIGN : PURCHASES)) {
				new Checkout(this.random, userId(), this.campaign, this.sink).buy(cart, this);
			}
		}
		if (this.shopper != null && chance(0.15)) {
			tell("logout", null);
		}
		tell("session_end", null);
	}

	private void arrive(Shopper who) {
		if (chance(0.25)) {
			Shopper.Device device = who.device(this.random);
			this.sink.accept(new WireMessage.UserDevice(Seeds.uuid(this.random), who.id(), device.type(), device.os(),
					device.browser(), this.now));
			this.sink.accept(new WireMessage.UserLocation(Seeds.uuid(this.random), who.id(), this.place, this.now));
		}
		if (chance(0.4)) {
			tell("login", null);
		}
	}

	private void browse() {
		int pages = 1 + this.random.nextInt(3);
		for (int i = 0; i < pages; i++) {
			tell("view_page", null);
		}
		if (chance(0.3)) {
			tell("search", null);
		}
		if (chance(0.18)) {
			tell("filter", null);
		}
	}

	private List<Catalogue.Article> lookAtProducts() {
		List<Catalogue.Article> seen = new ArrayList<>();
		int count = 1 + (int) (-1.8 * Math.log(1 - this.random.nextDouble()));
		for (int i = 0; i < Math.min(count, 12); i++) {
			Catalogue.Article article = Catalogue.randomArticle(this.random);
			tell("view_product", article.product());
			if (!seen.contains(article)) {
				seen.add(article);
			}
		}
		return seen;
	}

	private List<CartLine> fillCart(List<Catalogue.Article> seen) {
		List<CartLine> cart = new ArrayList<>();
		if (chance(ADDS_TO_CART * Climate.urgeToBuy(this.weather))) {
			for (Catalogue.Article article : seen) {
				if (cart.isEmpty() || chance(0.45)) {
					take(article, cart);
					Catalogue.companion(article)
						.filter((companion) -> !seen.contains(companion) && chance(TAKES_COMPANION))
						.ifPresent((companion) -> {
							tell("view_product", companion.product());
							take(companion, cart);
						});
				}
			}
			if (cart.size() > 1 && chance(0.2)) {
				tell("remove_from_cart", cart.remove(this.random.nextInt(cart.size())), null);
			}
		}
		return cart;
	}

	private void take(Catalogue.Article article, List<CartLine> cart) {
		int quantity = chance(0.8) ? 1 : 2 + this.random.nextInt(3);
		CartLine line = new CartLine(article.product(), article.priceUsd(), quantity);
		cart.add(line);
		tell("add_to_cart", line, null);
	}

	private boolean chance(double probability) {
		return Seeds.chance(this.random, probability);
	}

	private @Nullable Long userId() {
		return (this.shopper != null) ? this.shopper.id() : null;
	}

	Instant now() {
		return this.now;
	}

	private void tell(String eventType, WireMessage.@Nullable Product product) {
		tell(eventType, product, null, null, null);
	}

	/** Tells of a line of the cart or the order, and what it comes to. */
	void tell(String eventType, CartLine line, @Nullable UUID orderId) {
		tell(eventType, line.product(), orderId, line.quantity(), Prices.cost(line.amount(), Days.utc(this.now)));
	}

	/** Tells of an order as a whole. */
	void tell(String eventType, UUID orderId, WireMessage.Cost cost) {
		tell(eventType, null, orderId, null, cost);
	}

	private void tell(String eventType, WireMessage.@Nullable Product product, @Nullable UUID orderId,
			@Nullable Integer quantity, WireMessage.@Nullable Cost cost) {
		this.sink.accept(new WireMessage.StoreEvent(Seeds.uuid(this.random), eventType, this.now, userId(),
				this.sessionId, product, orderId, quantity, this.place, cost));
		// pages are read for some seconds, a few for minutes
		this.now = this.now.plusMillis(800 + (long) (-22_000 * Math.log(1 - this.random.nextDouble())));
	}

}
