package io.cartpulse.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import io.cartpulse.source.EventTopic;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream at its line feeds, in bounded memory. An empty line is a line; a line
 * feed at the end begins none.
 */
final class LineReader {

	private final InputStream in;

	private final byte[] buffer = new byte[1 << 16];

	private int at;

	private int end;

	private long number;

	LineReader(InputStream in) {
		this.in = in;
	}

	/** The next line's bytes without its line feed, null at the end. */
	byte @Nullable [] next() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
		this.number++;
		while (fill()) {
			int begin = this.at;
			while (this.at < this.end && this.buffer[this.at] != '\n') {
				this.at++;
			}
			line.write(this.buffer, begin, this.at - begin);
			if (line.size() > EventTopic.MAX_MESSAGE_BYTES) {
				throw new IOException("line %d has more than the %d bytes that the topic takes".formatted(this.number,
						EventTopic.MAX_MESSAGE_BYTES));
			}
			if (this.at < this.end) {
				this.at++;
				return line.toByteArray();
			}
		}
		return (line.size() > 0) ? line.toByteArray() : null;
	}

	private boolean fill() throws IOException {
		if (this.at == this.end) {
			this.at = 0;
			this.end = Math.max(0, this.in.read(this.buffer));
		}
		return this.end > this.at;
	}

}
