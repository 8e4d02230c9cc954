package io.cartpulse.embedded.clickhouse;

import java.util.Locale;
import java.util.Set;

/**
 * A format of results: whether it can be sent block by block, and how long its header is.
 *
 * @param name the format's name
 */
record ResultFormat(String name) {

	private static final Set<String> ROWS_ONLY = Set.of("tabseparated", "tsv", "tabseparatedraw", "tsvraw", "raw",
			"csv", "jsoneachrow", "jsonlines", "ndjson", "jsonstringseachrow", "jsoncompacteachrow",
			"jsoncompactstringseachrow", "rowbinary", "native", "lineasstring");

	private static final Set<String> HEADED = Set.of("tabseparated", "tsv", "tabseparatedraw", "tsvraw", "raw", "csv",
			"jsoncompacteachrow", "jsoncompactstringseachrow", "rowbinary");

	private static final String NAMES = "withnames";

	private static final String TYPES = "andtypes";

	boolean isStreamable() {
		return ROWS_ONLY.contains(key()) || hasHeader();
	}

	boolean hasHeader() {
		return headerLines() > 0;
	}

	private String key() {
		return this.name.toLowerCase(Locale.ROOT);
	}

	private int headerLines() {
		String key = key();
		int types = key.endsWith(NAMES + TYPES) ? 1 : 0;
		String plain = (types == 1) ? key.substring(0, key.length() - TYPES.length()) : key;
		boolean headed = plain.endsWith(NAMES) && HEADED.contains(plain.substring(0, plain.length() - NAMES.length()));
		return headed ? 1 + types : 0;
	}

	String contentType() {
		String key = key();
		if (key.startsWith("rowbinary") || key.equals("native") || key.equals("parquet")) {
			return "application/octet-stream";
		}
		if (key.startsWith("json")) {
			return "application/json; charset=UTF-8";
		}
		return (key.startsWith("csv") ? "text/csv" : "text/tab-separated-values") + "; charset=UTF-8";
	}

	/** Whether an error text may follow rows: in binary it would be read as rows. */
	boolean isText() {
		return !contentType().startsWith("application/octet-stream");
	}

	/**
	 * Measures the header.
	 * @param bytes the beginning of a result
	 * @return the header's length, or -1 if more bytes are needed to tell
	 */
	int headerLength(byte[] bytes) {
		return key().startsWith("rowbinary") ? binaryHeader(bytes) : textHeader(bytes);
	}

	private int textHeader(byte[] bytes) {
		boolean quoted = false;
		int lines = 0;
		for (int i = 0; i < bytes.length; i++) {
			quoted ^= bytes[i] == '"' && key().startsWith("csv");
			lines += (bytes[i] == '\n' && !quoted) ? 1 : 0;
			if (lines == headerLines()) {
				return i + 1;
			}
		}
		return -1;
	}

	private int binaryHeader(byte[] bytes) {
		Cursor cursor = new Cursor(bytes);
		long texts = cursor.number() * headerLines();
		for (long i = 0; i < texts && cursor.isInside(); i++) {
			cursor.skip(cursor.number());
		}
		return cursor.isInside() ? (int) cursor.position : -1;
	}

	/** Reads ClickHouse's numbers of variable length. */
	private static final class Cursor {

		private final byte[] bytes;

		private long position;

		Cursor(byte[] bytes) {
			this.bytes = bytes;
		}

		long number() {
			long number = 0;
			for (int shift = 0; this.position < this.bytes.length && shift < Long.SIZE; shift += 7) {
				byte next = this.bytes[(int) this.position++];
				number |= (next & 0x7FL) << shift;
				if (next >= 0) {
					return number;
				}
			}
			this.position = this.bytes.length + 1L;
			return 0;
		}

		void skip(long count) {
			this.position += count;
		}

		boolean isInside() {
			return this.position <= this.bytes.length;
		}

	}

}
