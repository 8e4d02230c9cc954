package io.cartpulse.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of DDS: all of each, or what the law of convergence speaks of.
 */
public final class DdsContents {

	private static final List<String> TABLES = List.of("users", "user_devices", "user_locations", "categories",
			"sessions", "orders", "order_items", "order_status_events", "campaigns", "campaign_events", "events",
			"products");

	private final JdbcTemplate jdbc;

	public DdsContents(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Every column of every row, surrogate keys, load and time of change among them.
	 */
	public Map<String, List<String>> everything() {
		return byTable("to_jsonb(stored)");
	}

	/**
	 * What the rows say: surrogate keys, load and time of change set aside, and of
	 * quarantine only what is open in it.
	 */
	public Map<String, List<String>> meaning() {
		Map<String, List<String>> meaning = byTable(
				"to_jsonb(stored) - array['device_id', 'location_id', 'category_id', 'load_id', 'updated_at']");
		meaning.put("products", sorted("""
				select jsonb_build_array(product_id, product_name, category_name)::text
				from dds.products
				left join dds.categories using (category_id)"""));
		meaning.put("quarantine", sorted("""
				select jsonb_build_array(kafka_timestamp, record_type, reason, field, message, payload, order_id)::text
				from dds.quarantine
				where state = 'open'"""));
		return meaning;
	}

	private Map<String, List<String>> byTable(String columns) {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		TABLES.forEach(
				(table) -> rows.put(table, sorted("select (" + columns + ")::text from dds." + table + " as stored")));
		return rows;
	}

	private List<String> sorted(String sql) {
		return this.jdbc.queryForList(sql, String.class).stream().sorted().toList();
	}

}
