package io.cartpulse.enrichment;

import java.math.BigDecimal;

/**
 * The weather of a place in an hour.
 *
 * @param temperature °C, one decimal
 * @param sky the group it belongs to
 * @param description the same in words
 */
public record Weather(BigDecimal temperature, Sky sky, String description) {
}
