package io.cartpulse.embedded.clickhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes on the blocks of a streamed result and leaves out the header every block but the
 * first repeats.
 */
final class HeaderCutter {

	private final ResultFormat format;

	// the beginning of the first block, until its header is known
	private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

	private int headerLength = -1;

	private int blocks;

	private int toSkip;

	HeaderCutter(ResultFormat format) {
		this.format = format;
		this.headerLength = format.hasHeader() ? -1 : 0;
	}

	void nextBlock() {
		this.blocks++;
		this.toSkip = (this.blocks > 1) ? Math.max(0, this.headerLength) : 0;
	}

	void write(byte[] bytes, int length, OutputStream out) throws IOException {
		if (this.blocks <= 1 && this.headerLength < 0) {
			this.beginning.write(bytes, 0, length);
			this.headerLength = this.format.headerLength(this.beginning.toByteArray());
		}
		int skipped = Math.min(this.toSkip, length);
		this.toSkip -= skipped;
		out.write(bytes, skipped, length - skipped);
		if (this.headerLength >= 0) {
			this.beginning.reset();
		}
	}

}
