package io.cartpulse.generator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;

/**
 * An order of the simulated shop: its head and lines, the payment, and its life in the
 * days after.
 */
final class Checkout {

	private static final double PAYMENT_SUCCEEDS = 0.85;

	private static final double CANCELLED = 0.03;

	private static final double REFUNDED = 0.05;

	private final SplittableRandom random;

	private final @Nullable Long userId;

	private final Campaigns.@Nullable Campaign campaign;

	private final Consumer<WireMessage> sink;

	private final UUID orderId;

	Checkout(SplittableRandom random, @Nullable Long userId, Campaigns.@Nullable Campaign campaign,
			Consumer<WireMessage> sink) {
		this.random = random;
		this.userId = userId;
		this.campaign = campaign;
		this.sink = sink;
		this.orderId = Seeds.uuid(random);
	}

	/** Orders what is in the cart. */
	void buy(List<CartLine> cart, Visit visit) {
		Instant ordered = visit.now();
		BigDecimal total = cart.stream().map(CartLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
		placeOrder(cart, total, ordered);
		cart.forEach((line) -> visit.tell("purchase", line, this.orderId));
		WireMessage.Cost cost = Prices.cost(total, Days.utc(ordered));
		boolean paid = pay(visit, cost) || (Seeds.chance(this.random, 0.4) && pay(visit, cost));
		live(cart, total, visit.now(), paid);
	}

	private void placeOrder(List<CartLine> cart, BigDecimal total, Instant ordered) {
		String campaignId = (this.campaign != null && Seeds.chance(this.random, 0.75)) ? this.campaign.id() : null;
		this.sink.accept(new WireMessage.Order(Seeds.uuid(this.random), this.orderId, ordered, total, this.userId,
				campaignId, ordered));
		for (int line = 1; line <= cart.size(); line++) {
			CartLine bought = cart.get(line - 1);
			this.sink.accept(new WireMessage.OrderItem(Seeds.uuid(this.random), this.orderId, bought.product().id(),
					bought.priceUsd(), bought.quantity(), line, this.userId, ordered));
		}
		tell("pending", null, ordered);
		if (this.campaign != null) {
			this.sink.accept(new WireMessage.CampaignEvent(Seeds.uuid(this.random), this.campaign.id(), "conversion",
					this.userId, this.campaign.name(), this.campaign.channel(), null, ordered));
		}
	}

	private boolean pay(Visit visit, WireMessage.Cost cost) {
		boolean success = Seeds.chance(this.random, PAYMENT_SUCCEEDS);
		visit.tell(success ? "payment_success" : "payment_failed", this.orderId, cost);
		return success;
	}

	private void live(List<CartLine> cart, BigDecimal total, Instant after, boolean paid) {
		if (!paid) {
			tell("failed", null, after.plus(Duration.ofMinutes(30)));
			return;
		}
		tell("success", null, after);
		if (Seeds.chance(this.random, CANCELLED)) {
			tell("cancelled", null, after.plus(Duration.ofMinutes(10 + this.random.nextInt(20 * 60))));
		}
		else if (Seeds.chance(this.random, REFUNDED)) {
			// one line comes back, or the whole order, which then needs no amount
			BigDecimal amount = Seeds.chance(this.random, 0.6) ? cart.get(this.random.nextInt(cart.size())).amount()
					: null;
			tell("refunded", amount, after.plus(Duration.ofMinutes((2 * 24 * 60) + this.random.nextInt(12 * 24 * 60))));
		}
	}

	private void tell(String status, @Nullable BigDecimal refunded, Instant moment) {
		this.sink.accept(new WireMessage.OrderStatus(Seeds.uuid(this.random), this.orderId, status, refunded,
				this.userId, moment));
	}

}
