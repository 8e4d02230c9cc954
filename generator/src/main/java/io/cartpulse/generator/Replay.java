package io.cartpulse.generator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Publishes a file of JSON lines, plain or gzip, each line unchanged: one line is one
 * record, whatever is in it. The key is the record's user_id as it is written, if it has
 * one.
 */
public final class Replay {

	private static final int GZIP_MAGIC = 0x1f8b;

	private final String bootstrapServers;

	private final String topic;

	public Replay(String bootstrapServers, String topic) {
		this.bootstrapServers = bootstrapServers;
		this.topic = topic;
	}

	/**
	 * Publishes a file.
	 * @param file JSON lines
	 * @param progress gets a line about every second
	 * @return what was published
	 * @throws PublishException when the file cannot be read, a line is over Kafka's
	 * limit, or Kafka refuses a message; what was published before stays
	 */
	public PublishSummary replay(Path file, Consumer<String> progress) {
		try (InputStream in = open(file);
				EventPublisher publisher = new EventPublisher(this.bootstrapServers, this.topic, progress)) {
			LineReader lines = new LineReader(in);
			for (byte @Nullable [] line = lines.next(); line != null; line = lines.next()) {
				publisher.publish(UserKey.of(line), line);
			}
			return publisher.flush();
		}
		catch (IOException ex) {
			throw new PublishException("cannot read %s: %s".formatted(file, ex.getMessage()), ex);
		}
	}

	private static InputStream open(Path file) throws IOException {
		PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16),
				2);
		byte[] magic = in.readNBytes(2);
		in.unread(magic);
		boolean gzip = magic.length == 2 && ((magic[0] & 0xff) << 8 | magic[1] & 0xff) == GZIP_MAGIC;
		return gzip ? new GZIPInputStream(in, 1 << 16) : in;
	}

}
