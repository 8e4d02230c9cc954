package io.cartpulse.mart;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes rows into DDS as raw-to-dds leaves them, all of the load that was begun last.
 */
final class DdsRows {

	private final JdbcTemplate jdbc;

	private long loadId;

	DdsRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** A readable key: the same for the same number. */
	static UUID key(int number) {
		return new UUID(0, number);
	}

	DdsRows load(long id) {
		return load(id, false);
	}

	DdsRows load(long id, boolean fullRebuild) {
		this.loadId = id;
		this.jdbc.update("insert into etl.loads (load_id, job_instance_id, full_rebuild) values (?, ?, ?)", id, id,
				fullRebuild);
		return this;
	}

	DdsRows user(long id, @Nullable String city, @Nullable String country) {
		this.jdbc.update("""
				insert into dds.users (user_id, city, country, load_id) values (?, ?, ?, ?)
				on conflict (user_id) do update
				set city = excluded.city, country = excluded.country, load_id = excluded.load_id""", id, city, country,
				this.loadId);
		return this;
	}

	DdsRows device(long user, String type, String os, String browser, String lastSeen) {
		this.jdbc.update("""
				insert into dds.user_devices (user_id, device_type, os, browser, first_seen, last_seen, load_id)
				values (?, ?, ?, ?, timestamptz '2000-01-01', cast(? as timestamptz), ?)
				on conflict (user_id, device_type, os, browser) do update
				set last_seen = excluded.last_seen, load_id = excluded.load_id""", user, type, os, browser, lastSeen,
				this.loadId);
		return this;
	}

	DdsRows session(int number, @Nullable Long user, String start, String end, @Nullable String city,
			@Nullable String country) {
		this.jdbc.update("""
				insert into dds.sessions (session_id, user_id, start_ts, end_ts, event_count, city, country, load_id)
				values (?, ?, cast(? as timestamptz), cast(? as timestamptz), 3, ?, ?, ?)
				on conflict (session_id) do update
				set end_ts = excluded.end_ts, load_id = excluded.load_id""", key(number), user, start, end, city,
				country, this.loadId);
		return this;
	}

	DdsRows deletedSession(int number) {
		this.jdbc.update("delete from dds.sessions where session_id = ?", key(number));
		this.jdbc.update("insert into etl.deleted_sessions (session_id, load_id) values (?, ?)", key(number),
				this.loadId);
		return this;
	}

	DdsRows event(int number, String type, String at, @Nullable Long user, @Nullable Integer session,
			@Nullable Integer order) {
		this.jdbc.update("""
				insert into dds.events (event_key, fingerprint, event_type, "timestamp", user_id, session_id, order_id,
				    quantity, cost_usd, weather_temp, load_id)
				values (?, ?, ?, cast(? as timestamptz), ?, ?, ?, 2, 1.25, 21.5, ?)""", key(number), key(number), type,
				at, user, (session != null) ? key(session) : null, (order != null) ? key(order) : null, this.loadId);
		return this;
	}

	DdsRows productEvent(int number, String type, int session, @Nullable Long product) {
		this.jdbc.update(
				"""
						insert into dds.events (event_key, fingerprint, event_type, "timestamp", session_id, product_id, load_id)
						select ?, ?, ?, start_ts, session_id, ?, ? from dds.sessions where session_id = ?""",
				key(number), key(number), type, product, this.loadId, key(session));
		return this;
	}

	/** An event of a session that tells what it was like where the session was. */
	DdsRows weatherEvent(int number, int session, String at, @Nullable String temperature, @Nullable String words,
			@Nullable String lat, @Nullable String lon) {
		this.jdbc.update("""
				insert into dds.events (event_key, fingerprint, event_type, "timestamp", session_id, weather_temp,
				    weather_desc, lat, lon, load_id)
				values (?, ?, 'view_page', cast(? as timestamptz), ?, cast(? as numeric), ?, cast(? as numeric),
				    cast(? as numeric), ?)""", key(number), key(number), at, key(session), temperature, words, lat, lon,
				this.loadId);
		return this;
	}

	DdsRows weather(String lat, String lon, String hour, String temperature, String sky) {
		this.jdbc
			.update("""
					insert into dds.weather (lat, lon, hour, temperature, sky, description, source, load_id)
					values (cast(? as numeric), cast(? as numeric), cast(? as timestamptz), cast(? as numeric), ?, 'd', 's', ?)""",
					lat, lon, hour, temperature, sky, this.loadId);
		return this;
	}

	DdsRows rate(String day, String currency, String rate, String source) {
		this.jdbc.update("""
				insert into dds.exchange_rates (rate_date, currency, rate, source, load_id)
				values (cast(? as date), ?, cast(? as numeric), ?, ?)
				on conflict (rate_date, currency) do update
				set rate = excluded.rate, source = excluded.source, load_id = excluded.load_id""", day, currency, rate,
				source, this.loadId);
		return this;
	}

	DdsRows events(int from, int count) {
		this.jdbc.update(
				"""
						insert into dds.events (event_key, fingerprint, event_type, "timestamp", load_id)
						select cast(lpad(to_hex(number), 32, '0') as uuid), cast(lpad(to_hex(number), 32, '0') as uuid), 'search',
						    timestamptz '2024-03-01', ?
						from generate_series(?, ?) as number""",
				this.loadId, from, from + count - 1);
		return this;
	}

	DdsRows campaign(String id, @Nullable String name, @Nullable String channel) {
		this.jdbc.update("""
				insert into dds.campaigns (campaign_id, campaign_name, channel, load_id) values (?, ?, ?, ?)""", id,
				name, channel, this.loadId);
		return this;
	}

	DdsRows campaignEvent(int number, String campaign, @Nullable Long user, String action, String cost, String at) {
		this.jdbc.update("""
				insert into dds.campaign_events (campaign_event_key, fingerprint, user_id, campaign_id, action, cost,
				    generated_at, load_id)
				values (?, ?, ?, ?, ?, cast(? as numeric), cast(? as timestamptz), ?)""", key(number), key(number),
				user, campaign, action, cost, at, this.loadId);
		return this;
	}

	DdsRows product(long id, @Nullable String name, @Nullable String category) {
		this.jdbc.update("""
				insert into dds.categories (category_name, load_id)
				select given, ? from (values (cast(? as text))) as category (given) where given is not null
				on conflict (category_name) do nothing""", this.loadId, category);
		this.jdbc.update("""
				insert into dds.products (product_id, product_name, category_id, load_id)
				values (?, ?, (select category_id from dds.categories where category_name = ?), ?)""", id, name,
				category, this.loadId);
		return this;
	}

	DdsRows order(int number, @Nullable Long user, String at, String total, String status, String refunded,
			@Nullable String campaign, @Nullable Integer session) {
		this.jdbc.update("""
				insert into dds.orders (order_id, fingerprint, generated_at, user_id, order_ts, total_usd, status,
				    refunded_usd, campaign_id, session_id, load_id)
				values (?, ?, now(), ?, cast(? as timestamptz), cast(? as numeric), ?, cast(? as numeric), ?, ?, ?)
				on conflict (order_id) do update
				set total_usd = excluded.total_usd, status = excluded.status, load_id = excluded.load_id""",
				key(number), key(number), user, at, total, status, refunded, campaign,
				(session != null) ? key(session) : null, this.loadId);
		return this;
	}

	DdsRows item(int number, int order, long product, int quantity, String price) {
		this.jdbc.update("""
				insert into dds.order_items (item_key, fingerprint, generated_at, order_id, product_id, quantity,
				    price_usd, load_id)
				values (?, ?, now(), ?, ?, ?, cast(? as numeric), ?)""", key(number), key(number), key(order), product,
				quantity, price, this.loadId);
		return this;
	}

	/** A line of the ledger, of the run of this load. */
	DdsRows ledger(String type, String kafkaDate, String outcome, int records) {
		this.jdbc.update("""
				insert into etl.reconciliation (job_instance_id, record_type, kafka_date, outcome, records)
				values (?, ?, cast(? as date), ?, ?)""", this.loadId, type, kafkaDate, outcome, records);
		return this;
	}

	DdsRows repaired(String type, String kafkaDate, String field, int records) {
		this.jdbc.update("""
				insert into etl.repairs (job_instance_id, record_type, kafka_date, field, records)
				values (?, ?, cast(? as date), ?, ?)""", this.loadId, type, kafkaDate, field, records);
		return this;
	}

	DdsRows quarantined(int offset, String type, String at, String reason, String state) {
		this.jdbc.update(
				"""
						insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
						    field, message, payload, state, load_id)
						values (1, 0, ?, cast(? as timestamptz), ?, ?, 'f', 'm', '{}', ?, ?)
						on conflict (source_id, kafka_partition, kafka_offset) do update set state = excluded.state""",
				offset, at, type, reason, state, this.loadId);
		return this;
	}

}
