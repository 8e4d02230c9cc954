package io.cartpulse.mart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static io.cartpulse.mart.Column.of;
import static io.cartpulse.mart.Column.orNull;
import static io.cartpulse.mart.ColumnType.COUNT;
import static io.cartpulse.mart.ColumnType.DAY;
import static io.cartpulse.mart.ColumnType.FLAG;
import static io.cartpulse.mart.ColumnType.ID;
import static io.cartpulse.mart.ColumnType.KEY;
import static io.cartpulse.mart.ColumnType.MEASURE;
import static io.cartpulse.mart.ColumnType.MONEY;
import static io.cartpulse.mart.ColumnType.RATE;
import static io.cartpulse.mart.ColumnType.TEXT;
import static io.cartpulse.mart.ColumnType.TIME;

/**
 * What is carried over from DDS, from the ledger and from reference data, in the order in
 * which it is carried: the tombstones of sessions before the sessions, so that of two
 * rows of one load the living one counts.
 */
enum Fact {

	USERS("users", PageKey.NUMBER, of("user_id", ID), orNull("city", TEXT), orNull("country", TEXT)),

	USER_DEVICES("user_devices", PageKey.NUMBER, of("user_id", ID), of("device_type", TEXT), of("os", TEXT),
			of("browser", TEXT), of("last_seen", TIME)),

	PRODUCTS("products", PageKey.NUMBER, of("product_id", ID), orNull("product_name", TEXT),
			orNull("category_name", TEXT)),

	CAMPAIGNS("campaigns", PageKey.TEXT, of("campaign_id", TEXT), orNull("campaign_name", TEXT),
			orNull("channel", TEXT)),

	DELETED_SESSIONS("sessions", PageKey.UUID, of("session_id", KEY), of("start_ts", TIME), of("end_ts", TIME),
			of("event_count", COUNT), of("is_deleted", FLAG)),

	SESSIONS("sessions", PageKey.UUID, of("session_id", KEY), orNull("user_id", ID), of("start_ts", TIME),
			of("end_ts", TIME), of("event_count", COUNT), orNull("city", TEXT), orNull("country", TEXT)),

	EVENTS("events", PageKey.UUID, of("event_key", KEY), of("event_type", TEXT), of("event_ts", TIME),
			orNull("user_id", ID), orNull("session_id", KEY), orNull("product_id", ID), orNull("order_id", KEY),
			orNull("quantity", COUNT), orNull("cost_usd", MONEY), orNull("cost_eur", MONEY), orNull("cost_rub", MONEY),
			orNull("weather_temp", MEASURE), orNull("weather_desc", TEXT), orNull("city", TEXT),
			orNull("country", TEXT), orNull("point", TEXT)),

	ORDERS("orders", PageKey.UUID, of("order_id", KEY), orNull("user_id", ID), of("order_ts", TIME),
			of("total_usd", MONEY), of("status", TEXT), of("refunded_usd", MONEY), orNull("campaign_id", TEXT),
			orNull("session_id", KEY)),

	ORDER_ITEMS("order_items", PageKey.UUID, of("item_key", KEY), of("order_id", KEY), of("product_id", ID),
			of("quantity", COUNT), of("price_usd", MONEY)),

	CAMPAIGN_EVENTS("campaign_events", PageKey.UUID, of("campaign_event_key", KEY), orNull("user_id", ID),
			of("campaign_id", TEXT), of("action", TEXT), of("cost", MONEY), of("generated_at", TIME)),

	QUALITY_COUNTS("quality_counts", PageKey.TEXT, of("kafka_date", DAY), of("stage", TEXT), of("record_type", TEXT),
			of("outcome", TEXT), of("reason", TEXT), of("records", ID)),

	EXCHANGE_RATES("exchange_rates", PageKey.TEXT, of("rate_date", DAY), of("currency", TEXT), of("rate", RATE),
			of("source", TEXT)),

	WEATHER("weather", PageKey.TEXT, of("point", TEXT), of("hour", TIME), of("temperature", MEASURE), of("sky", TEXT),
			of("source", TEXT));

	private final String table;

	private final PageKey pageKey;

	private final List<Column> columns;

	Fact(String table, PageKey pageKey, Column... columns) {
		this.table = table;
		this.pageKey = pageKey;
		this.columns = List.of(columns);
	}

	/** The word that step, SQL file and report share. */
	String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The table in ClickHouse. */
	String table() {
		return this.table;
	}

	PageKey pageKey() {
		return this.pageKey;
	}

	/** What the page brings and the table takes, but for the version. */
	List<Column> columns() {
		return this.columns;
	}

	/** The columns of an insert. */
	List<String> columnNames() {
		return Stream.concat(this.columns.stream().map(Column::name), Stream.of("version")).toList();
	}

	/** The tables in ClickHouse, each once. */
	static List<String> tables() {
		return Stream.of(values()).map(Fact::table).distinct().toList();
	}

	/**
	 * What the pages of a fact are ordered by within a load.
	 */
	enum PageKey {

		NUMBER(Long.toString(Long.MAX_VALUE)), UUID("ffffffff-ffff-ffff-ffff-ffffffffffff"),
		/** Text has no last value; the few rows of the load before are read again. */
		TEXT("");

		private final String last;

		PageKey(String last) {
			this.last = last;
		}

		/** A key that no other key of a load comes behind. */
		String last() {
			return this.last;
		}

	}

}
