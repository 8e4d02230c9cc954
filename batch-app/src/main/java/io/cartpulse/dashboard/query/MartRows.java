package io.cartpulse.dashboard.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What ClickHouse answered.
 *
 * @param names of the columns
 * @param types of the columns
 * @param rows their values
 */
record MartRows(List<String> names, List<String> types, List<List<@Nullable Object>> rows) {

}
