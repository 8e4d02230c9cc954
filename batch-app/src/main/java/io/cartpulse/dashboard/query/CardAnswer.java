package io.cartpulse.dashboard.query;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a card shows.
 *
 * @param dashboard the dashboard
 * @param card the card
 * @param from the first day of its range; unset: the card has none
 * @param to the last day of its range
 * @param columns what stands in the rows
 * @param rows numbers, texts, and days as texts
 * @param truncated whether there were more rows than an answer may have
 * @param builds the marts it was read from, the oldest first
 */
public record CardAnswer(String dashboard, String card, @Nullable LocalDate from, @Nullable LocalDate to,
		List<AnswerColumn> columns, List<List<@Nullable Object>> rows, boolean truncated, List<MartBuild> builds) {

}
