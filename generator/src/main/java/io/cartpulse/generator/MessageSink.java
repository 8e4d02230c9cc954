package io.cartpulse.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.cartpulse.source.WireMessage;
import io.cartpulse.source.WireWriter;

/**
 * Where simulated messages go.
 */
interface MessageSink extends AutoCloseable {

	void send(WireMessage message);

	/** Waits until what was sent has arrived. */
	void flush();

	@Override
	void close();

	/** To a topic. */
	static MessageSink to(EventPublisher publisher) {
		return new MessageSink() {

			@Override
			public void send(WireMessage message) {
				publisher.publish(WireWriter.key(message), WireWriter.write(message));
			}

			@Override
			public void flush() {
				publisher.flush();
			}

			@Override
			public void close() {
				publisher.close();
			}

		};
	}

	/**
	 * To a file of JSON lines.
	 * @param file its path, {@code -} for the standard output
	 */
	static MessageSink toLines(String file) throws IOException {
		OutputStream out = new BufferedOutputStream(
				file.equals("-") ? System.out : Files.newOutputStream(Path.of(file)), 1 << 16);
		return new MessageSink() {

			@Override
			public void send(WireMessage message) {
				try {
					out.write(WireWriter.write(message));
					out.write('\n');
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}

			@Override
			public void flush() {
				try {
					out.flush();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}

			@Override
			public void close() {
				try {
					out.close();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}

		};
	}

}
