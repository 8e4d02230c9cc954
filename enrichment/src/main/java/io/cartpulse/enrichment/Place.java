package io.cartpulse.enrichment;

import org.jspecify.annotations.Nullable;

/**
 * What a point belongs to.
 *
 * @param city the city's name; null where there is none near
 * @param country the country's English name
 * @param countryCode the country's ISO 3166 code of two letters
 */
public record Place(@Nullable String city, String country, String countryCode) {
}
