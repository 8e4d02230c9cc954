package io.cartpulse.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A corner case of the contract, byte for byte, with a Kafka timestamp of its own that it
 * keeps wherever and whenever it is sent.
 *
 * @param value the record's value
 * @param timestamp Kafka's timestamp
 */
record EdgeRecord(byte[] value, Instant timestamp) {

	private static final Instant FIRST = Instant.parse("2025-06-01T12:00:00Z");

	/** In the order of the file. */
	static List<EdgeRecord> all() {
		List<EdgeRecord> records = new ArrayList<>();
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (byte one : unpacked("edge.jsonl.gz")) {
			if (one == '\n') {
				records.add(new EdgeRecord(line.toByteArray(), FIRST.plusSeconds(records.size())));
				line.reset();
			}
			else {
				line.write(one);
			}
		}
		return records;
	}

	/** What any pipeline must make of them. */
	static ExpectedFigures expected() {
		return new ExpectedFigures(unpacked("edge.expected.json.gz"));
	}

	private static byte[] unpacked(String name) {
		try (InputStream in = new GZIPInputStream(Objects.requireNonNull(EdgeRecord.class.getResourceAsStream(name)))) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
