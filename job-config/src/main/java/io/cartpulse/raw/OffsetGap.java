package io.cartpulse.raw;

/**
 * Offsets of a partition that gave no record.
 *
 * @param partition the partition
 * @param from its first offset
 * @param to the first offset after it
 * @param kind why
 */
record OffsetGap(int partition, long from, long to, Kind kind) {

	long offsets() {
		return this.to - this.from;
	}

	/**
	 * Why offsets give no record.
	 */
	enum Kind {

		/** Commit markers, aborted transactions, compaction: there is nothing to read. */
		NO_RECORD("no_record"),
		/** Deleted by the topic's retention before they were read. */
		RETENTION("retention");

		private final String text;

		Kind(String text) {
			this.text = text;
		}

		String text() {
			return this.text;
		}

	}

}
