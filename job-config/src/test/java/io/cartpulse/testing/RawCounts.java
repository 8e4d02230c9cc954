package io.cartpulse.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far RAW has come with a topic, over all its sources, and what it holds of it.
 */
public final class RawCounts {

	/** The tables of messages, without schema. */
	public static final List<String> TABLES = List.of("user_profiles", "user_devices", "user_locations", "events",
			"orders", "order_items", "order_status_events", "campaign_events");

	private final JdbcTemplate jdbc;

	private final String topic;

	public RawCounts(JdbcTemplate jdbc, String topic) {
		this.jdbc = jdbc;
		this.topic = topic;
	}

	/**
	 * Rows by table, dead letters among them, tables without any left out.
	 */
	public Map<String, Long> rows() {
		Map<String, Long> rows = messages();
		rows.put("dead_letters", count("raw.dead_letters"));
		rows.values().removeIf((count) -> count == 0);
		return rows;
	}

	/**
	 * Messages by table.
	 */
	public Map<String, Long> messages() {
		Map<String, Long> rows = new TreeMap<>();
		TABLES.forEach((table) -> rows.put(table, count("raw." + table)));
		return rows;
	}

	public long passed() {
		return number("select coalesce(sum(next_offset), 0) from etl.offsets join etl.sources using (source_id)"
				+ " where topic = ?");
	}

	public long gaps(String kind) {
		return number("select coalesce(sum(to_offset - from_offset), 0) from etl.offset_gaps"
				+ " join etl.sources using (source_id) where topic = ? and kind = '" + kind + "'");
	}

	/**
	 * Rows, dead letters and gaps of the topic: what the offsets passed must come to.
	 */
	public long accountedFor() {
		return rows().values().stream().mapToLong(Long::longValue).sum() + gaps("no_record") + gaps("retention");
	}

	private long count(String table) {
		return number("select count(*) from " + table + " join etl.sources using (source_id) where topic = ?");
	}

	private long number(String sql) {
		Long number = this.jdbc.queryForObject(sql, Long.class, this.topic);
		return (number != null) ? number : 0;
	}

}
