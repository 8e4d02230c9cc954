package io.cartpulse.dds;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cartpulse.source.RecordType;

/**
 * What one record type becomes in DDS: its staging table and the statements that carry a
 * staged chunk on, in their order.
 *
 * @param type the record type
 * @param name the plural, in words joined by hyphens; step and SQL files are named by it
 * @param columns the staging table's columns
 * @param statements the SQL files after staging and inferred members
 */
record Subject(RecordType type, String name, List<StagedColumn> columns, List<String> statements) {

	/** Whether its records belong to an order that must be there. */
	boolean belongsToOrder() {
		return this.type == RecordType.ORDER_ITEM || this.type == RecordType.ORDER_STATUS;
	}

	/** The SQL file that makes the staging table. */
	String stageFile() {
		return "stage-" + this.name + ".sql";
	}

	/** The statement that fills the staging table. */
	String copyStatement() {
		return "copy staged_%s (%s) from stdin".formatted(this.name.replace('-', '_'),
				this.columns.stream().map(StagedColumn::name).collect(Collectors.joining(", ")));
	}

	static Subject of(RecordType type, DdsSettings settings) {
		return switch (type) {
			case USER_PROFILE -> stated(type, "user-profiles", "note-user-profiles.sql", "count-user-profiles.sql");
			case USER_DEVICE -> stated(type, "user-devices", "load-user-devices.sql", "count-user-devices.sql");
			case USER_LOCATION -> stated(type, "user-locations", "load-user-locations.sql", "note-user-places.sql",
					"note-user-points.sql");
			case ORDER -> stated(type, "orders", "load-orders.sql");
			case ORDER_ITEM ->
				keyed(type, "order-items", StagedColumn.factKey(Subject::itemKey), "load-order-items.sql");
			case ORDER_STATUS ->
				keyed(type, "order-statuses", StagedColumn.factKey(AcceptedRow::factKey), "load-order-statuses.sql");
			case EVENT -> keyed(type, "events", StagedColumn.factKey(AcceptedRow::factKey), "infer-sessions.sql",
					"load-events.sql", "note-products.sql");
			case CAMPAIGN_EVENT -> campaignEvents(settings);
		};
	}

	private static Subject stated(RecordType type, String name, String... statements) {
		return new Subject(type, name, columnsOf(type), List.of(statements));
	}

	private static Subject keyed(RecordType type, String name, StagedColumn key, String... statements) {
		List<StagedColumn> columns = new ArrayList<>(columnsOf(type));
		columns.add(key);
		return new Subject(type, name, columns, List.of(statements));
	}

	private static Subject campaignEvents(DdsSettings settings) {
		List<StagedColumn> columns = new ArrayList<>(columnsOf(RecordType.CAMPAIGN_EVENT));
		columns.removeIf((column) -> column.name().equals("cost"));
		columns.add(StagedColumn.factKey(AcceptedRow::factKey));
		columns.add(StagedColumn.money("cost", (row) -> costOf(row, settings)));
		return new Subject(RecordType.CAMPAIGN_EVENT, "campaign-events", columns,
				List.of("load-campaign-events.sql", "note-campaigns.sql"));
	}

	private static List<StagedColumn> columnsOf(RecordType type) {
		List<StagedColumn> columns = new ArrayList<>();
		columns.add(StagedColumn.kafkaTimestamp());
		columns.add(StagedColumn.fingerprint());
		columns.add(StagedColumn.saidAt());
		type.fields()
			.stream()
			.map((field) -> field.name())
			.filter((field) -> !isItsTime(type, field))
			.forEach((field) -> {
				boolean time = field.equals("order_ts");
				columns.add(time ? StagedColumn.time(type, field) : StagedColumn.field(type, field));
			});
		return columns;
	}

	private static boolean isItsTime(RecordType type, String field) {
		return field.equals("generated_at") || (type == RecordType.EVENT && field.equals("timestamp"));
	}

	/**
	 * A line of an order is a state of (order_id, line_no); without a number it is a
	 * fact.
	 */
	private static UUID itemKey(AcceptedRow row) {
		Object line = row.record().value("line_no");
		if (line == null) {
			return row.factKey();
		}
		String name = row.record().value("order_id") + "|" + line;
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
	}

	private static BigDecimal costOf(AcceptedRow row, DdsSettings settings) {
		BigDecimal cost = (BigDecimal) row.record().value("cost");
		return (cost != null) ? cost : settings.campaignCost().of((String) row.record().value("action"));
	}

}
