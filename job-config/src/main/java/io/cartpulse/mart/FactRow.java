package io.cartpulse.mart;

/**
 * A row on its way to ClickHouse.
 *
 * @param loadId the load that wrote it
 * @param pageKey its place among the rows of the load
 * @param encoded the row as RowBinary
 */
record FactRow(long loadId, Object pageKey, byte[] encoded) {

}
