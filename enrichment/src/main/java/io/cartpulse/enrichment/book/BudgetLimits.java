package io.cartpulse.enrichment.book;

import org.jspecify.annotations.Nullable;

/**
 * How many requests a provider allows, over all instances.
 *
 * @param perMinute in a minute
 * @param perDay in a day of UTC; null: as many as the month allows
 * @param perMonth in a calendar month of UTC
 */
public record BudgetLimits(int perMinute, @Nullable Integer perDay, int perMonth) {
}
