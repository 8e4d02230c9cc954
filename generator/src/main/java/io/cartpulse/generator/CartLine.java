package io.cartpulse.generator;

import java.math.BigDecimal;

import io.cartpulse.source.WireMessage;

/**
 * A line of a cart, later of an order.
 *
 * @param product what
 * @param priceUsd of one
 * @param quantity how many
 */
record CartLine(WireMessage.Product product, BigDecimal priceUsd, int quantity) {

	BigDecimal amount() {
		return this.priceUsd.multiply(BigDecimal.valueOf(this.quantity));
	}

}
