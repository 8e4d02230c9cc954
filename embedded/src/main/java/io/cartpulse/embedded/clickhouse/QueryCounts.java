package io.cartpulse.embedded.clickhouse;

/**
 * What a query read and wrote, for the summary header clients count by.
 *
 * @param readRows rows read from tables
 * @param readBytes bytes read from tables
 * @param writtenRows rows written
 * @param writtenBytes bytes written
 * @param resultRows rows of the result
 */
record QueryCounts(long readRows, long readBytes, long writtenRows, long writtenBytes, long resultRows) {

	static final QueryCounts NONE = new QueryCounts(0, 0, 0, 0, 0);

	String summary(long elapsedNanos) {
		return ("{\"read_rows\":\"%d\",\"read_bytes\":\"%d\",\"written_rows\":\"%d\",\"written_bytes\":\"%d\","
				+ "\"total_rows_to_read\":\"0\",\"result_rows\":\"%d\",\"result_bytes\":\"0\",\"elapsed_ns\":\"%d\"}")
			.formatted(this.readRows, this.readBytes, this.writtenRows, this.writtenBytes, this.resultRows,
					elapsedNanos);
	}

}
