package io.cartpulse.convergence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import io.cartpulse.generator.Simulation;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.source.WireWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A set of records: a simulated shop's, and what trackers, networks and people do to
 * them.
 */
final class RecordSet {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final LocalDate OPENING = LocalDate.of(2024, 3, 1);

	private static final List<String> GARBAGE = List.of("", "null", "[1,2]", "{\"type\":", "{\"type\":\"order\"} x",
			"{\"type\":\"teapot\"}", "{\"type\":[]}", "\u0000", "{\"type\":\"event\",\"timestamp\":{}}",
			"{\"type\":\"order\",\"order_id\":\"x\",\"order_ts\":\"2024-03-02\",\"total_usd\":\"NaN\"}");

	private final SplittableRandom random;

	private final List<StoreRecord> records = new ArrayList<>();

	private RecordSet(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/**
	 * The records of a case: the same for the same seed.
	 */
	static List<StoreRecord> of(long seed) {
		RecordSet set = new RecordSet(seed);
		set.simulate(seed);
		set.damage();
		if (set.random.nextInt(3) == 0) {
			set.addEdgeRecords();
		}
		return set.records;
	}

	private void simulate(long seed) {
		Simulation shop = new Simulation(
				new SimulationSettings(seed, OPENING, 5 + this.random.nextInt(30), 3 + this.random.nextInt(12)));
		Instant start = OPENING.atStartOfDay(ZoneOffset.UTC).toInstant();
		shop.window(start, start.plus(Duration.ofDays(1 + this.random.nextInt(3))),
				(message) -> this.records.add(new StoreRecord(WireWriter.write(message), sentAfter(message.time()))));
	}

	/** Most records come at once, some late by days. */
	private Instant sentAfter(Instant time) {
		Duration delay = (this.random.nextInt(12) == 0) ? Duration.ofHours(this.random.nextInt(24 * 9))
				: Duration.ofMillis(this.random.nextInt(4_000));
		return time.plus(delay);
	}

	private void damage() {
		List<StoreRecord> whole = List.copyOf(this.records);
		for (StoreRecord record : whole) {
			switch (this.random.nextInt(25)) {
				case 0 -> sendAgainLater(record);
				case 1 -> this.records.add(changed(record, false));
				case 2 -> this.records.add(changed(record, true));
				case 3 -> replace(record, without(record, "event_id"));
				case 4 -> replace(record, without(record, "generated_at"));
				case 5 -> this.records.add(spoiled(record));
				case 6 -> this.records.add(orphaned(record));
				case 7 -> this.records.add(StoreRecord.of(oneOf(GARBAGE), record.timestamp()));
				case 8 -> this.records.add(new StoreRecord(null, record.timestamp()));
				default -> {
					// most records are left alone
				}
			}
		}
	}

	private void sendAgainLater(StoreRecord record) {
		this.records.add(new StoreRecord(record.value(), record.timestamp().plusSeconds(this.random.nextInt(90_000))));
	}

	private void replace(StoreRecord record, StoreRecord by) {
		this.records.set(this.records.indexOf(record), by);
		if (this.random.nextBoolean()) {
			sendAgainLater(by);
		}
	}

	/** Another message of the same identity (or of a new one), with other contents. */
	private StoreRecord changed(StoreRecord record, boolean newIdentity) {
		ObjectNode object = object(record);
		if (newIdentity) {
			object.put("event_id", new UUID(this.random.nextLong(), this.random.nextLong()).toString());
		}
		for (String field : List.of("quantity", "total_usd", "price_usd", "user_id", "product_id", "cost_usd",
				"refunded_usd")) {
			if (object.has(field) && this.random.nextBoolean()) {
				object.put(field, 1 + this.random.nextInt(40));
			}
		}
		for (String field : List.of("timestamp", "generated_at", "order_ts")) {
			if (object.has(field) && this.random.nextBoolean()) {
				object.put(field, record.timestamp().minusSeconds(this.random.nextInt(200_000)).toString());
			}
		}
		if (object.has("session_id") && this.random.nextInt(3) == 0) {
			object.put("session_id", new UUID(9, this.random.nextInt(6)).toString());
		}
		return StoreRecord.of(object.toString(), record.timestamp().plusSeconds(this.random.nextInt(5_000)));
	}

	private StoreRecord without(StoreRecord record, String field) {
		ObjectNode object = object(record);
		object.remove(field);
		return StoreRecord.of(object.toString(), record.timestamp());
	}

	/** A field of the wrong kind. */
	private StoreRecord spoiled(StoreRecord record) {
		ObjectNode object = object(record);
		List<String> names = new ArrayList<>(object.propertyNames());
		object.put(oneOf(names), oneOf(List.of("-1", "x", "10000000000000000000", "(not set)", "2999-01-01", "{{x}}")));
		return StoreRecord.of(object.toString(), record.timestamp());
	}

	/** Its order is another one, which may never come. */
	private StoreRecord orphaned(StoreRecord record) {
		ObjectNode object = object(record);
		if (object.has("order_id")) {
			object.put("order_id", new UUID(7, this.random.nextInt(4)).toString());
		}
		object.remove("event_id");
		return StoreRecord.of(object.toString(), record.timestamp());
	}

	private void addEdgeRecords() {
		Instant timestamp = Instant.parse("2026-01-01T00:00:00Z");
		try (InputStream in = RecordSet.class.getResourceAsStream("/io/cartpulse/pipeline/edge.jsonl.gz")) {
			if (in == null) {
				throw new IllegalStateException("the corner cases are missing");
			}
			String lines = new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.ISO_8859_1);
			lines.lines()
				.forEach((line) -> this.records
					.add(new StoreRecord(line.getBytes(StandardCharsets.ISO_8859_1), timestamp)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ObjectNode object(StoreRecord record) {
		return (ObjectNode) JSON.readTree(record.text());
	}

	private <T> T oneOf(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
