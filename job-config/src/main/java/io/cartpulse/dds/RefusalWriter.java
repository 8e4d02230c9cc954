package io.cartpulse.dds;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.source.ContractField;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Puts refused rows into quarantine, with everything that was received.
 */
final class RefusalWriter {

	private static final String QUARANTINE = SqlFile.read(RefusalWriter.class, "quarantine.sql");

	private static final String COUNT = SqlFile.read(RefusalWriter.class, "count-quarantined.sql");

	private final NamedParameterJdbcOperations jdbc;

	private final JsonMapper json = JsonMapper.shared();

	RefusalWriter(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes the refusals of a chunk.
	 * @param refusals what was refused
	 * @param run in whose name
	 * @param retry whether the rows were in quarantine before, and so are in an earlier
	 * run's ledger
	 */
	void write(List<Refusal> refusals, LoadContext run, boolean retry) {
		if (refusals.isEmpty()) {
			return;
		}
		MapSqlParameterSource[] rows = refusals.stream()
			.map((refusal) -> parametersOf(refusal, run))
			.toArray(MapSqlParameterSource[]::new);
		this.jdbc.batchUpdate(QUARANTINE, rows);
		if (!retry) {
			count(refusals, run);
		}
	}

	private void count(List<Refusal> refusals, LoadContext run) {
		refusals.stream()
			.collect(Collectors.groupingBy((refusal) -> refusal.row().kafkaDate(), Collectors.counting()))
			.forEach((day, records) -> this.jdbc.update(COUNT, Map.of("jobInstanceId", run.jobInstanceId(),
					"recordType", refusals.get(0).row().type().wireName(), "kafkaDate", day, "records", records)));
	}

	private MapSqlParameterSource parametersOf(Refusal refusal, LoadContext run) {
		RawRow row = refusal.row();
		return new MapSqlParameterSource().addValue("sourceId", row.origin().sourceId())
			.addValue("partition", row.origin().partition())
			.addValue("offset", row.origin().offset())
			.addValue("kafkaTimestamp", row.kafkaTimestamp().atOffset(ZoneOffset.UTC))
			.addValue("recordType", row.type().wireName())
			.addValue("reason", refusal.reason().name())
			.addValue("field", refusal.field())
			.addValue("message", refusal.message())
			.addValue("payload", payloadOf(row))
			.addValue("state", (row.discarded() != null) ? "discarded" : "open")
			.addValue("orderId", (refusal.orderId() != null) ? refusal.orderId().toString() : null, Types.VARCHAR)
			.addValue("loadId", run.loadId());
	}

	/**
	 * The record as one JSON object again; its scalars are texts, exactly as received.
	 */
	private String payloadOf(RawRow row) {
		ObjectNode payload = this.json.createObjectNode();
		payload.put("type", row.type().wireName());
		putPresent(payload, "event_id", row, 0);
		List<ContractField> fields = row.type().fields();
		for (int i = 0; i < fields.size(); i++) {
			putPresent(payload, fields.get(i).name(), row, i + 1);
		}
		if (row.extra() != null) {
			this.json.readTree(row.extra())
				.properties()
				.forEach((entry) -> payload.set(entry.getKey(), entry.getValue()));
		}
		return this.json.writeValueAsString(payload);
	}

	private static void putPresent(ObjectNode payload, String name, RawRow row, int index) {
		if (row.values()[index] != null) {
			payload.put(name, row.values()[index]);
		}
	}

}
