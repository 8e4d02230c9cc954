package io.cartpulse.mart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import com.clickhouse.client.api.query.GenericRecord;
import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * What was published: PostgreSQL knows it of each load, ClickHouse of itself. Where the
 * two disagree, one of them was lost or restored, and everything is to be carried over.
 */
final class PublicationLog {

	private static final String FIND_UNPUBLISHED = SqlFile.read(PublicationLog.class, "find-unpublished-loads.sql");

	private static final String COUNT_CHANGED = SqlFile.read(PublicationLog.class, "count-changed-facts.sql");

	private static final String FIND_CARRIED = SqlFile.read(PublicationLog.class, "find-carried-load.sql");

	private static final String IS_KNOWN = SqlFile.read(PublicationLog.class, "is-carried-load-known.sql");

	private static final String FIND_BEGUN = SqlFile.read(PublicationLog.class, "find-latest-begun.sql");

	private static final String NOTE = SqlFile.read(PublicationLog.class, "note-publication.sql");

	private static final String FIND_START = SqlFile.read(PublicationLog.class, "find-load-start.sql");

	private static final String MARK = SqlFile.read(PublicationLog.class, "mark-loads-published.sql");

	private final NamedParameterJdbcTemplate postgres;

	private final ClickHouse clickHouse;

	PublicationLog(DataSource postgres, ClickHouse clickHouse) {
		this.postgres = new NamedParameterJdbcTemplate(postgres);
		this.clickHouse = clickHouse;
	}

	/** The loads that there are, seen from the marts. */
	Loads loads() {
		return this.postgres
			.query(FIND_UNPUBLISHED,
					(row, number) -> new Loads(row.getLong("first_load"), row.getLong("last_unpublished"),
							row.getLong("last_load"), row.getBoolean("made_anew"), row.getBoolean("unfinished")))
			.get(0);
	}

	/** Whether ClickHouse has all that was ever published, and nothing else. */
	boolean isClickHouseComplete() {
		List<GenericRecord> carried = this.clickHouse.query(FIND_CARRIED, Map.of());
		if (carried.isEmpty()) {
			return false;
		}
		return Boolean.TRUE
			.equals(this.postgres.queryForObject(IS_KNOWN, Map.of("loadId", carried.get(0).getLong("load_id"),
					"startedUs", carried.get(0).getLong("load_started_us")), Boolean.class));
	}

	/** How many rows of each fact a load and later ones have. */
	Map<Fact, Long> rowsSince(long firstLoad) {
		Map<Fact, Long> rows = new EnumMap<>(Fact.class);
		this.postgres.query(COUNT_CHANGED, Map.of("firstLoad", firstLoad), (row) -> {
			rows.put(Fact.valueOf(row.getString("fact")), row.getLong("fact_rows"));
		});
		return rows;
	}

	/** Whether no other publication was begun since this one. */
	boolean isLatest(Publication publication) {
		List<GenericRecord> begun = this.clickHouse.query(FIND_BEGUN, Map.of());
		return !begun.isEmpty() && begun.get(0).getLong("publication_id") == publication.id();
	}

	void noteBegun(Publication publication) {
		note(publication, "begun", 0);
	}

	/**
	 * Notes it in ClickHouse, then in PostgreSQL: a crash between the two repeats the
	 * notes.
	 */
	void notePublished(Publication publication) {
		Map<String, Long> load = Map.of("loadId", publication.lastLoad());
		Long startedUs = this.postgres.queryForObject(FIND_START, load, Long.class);
		note(publication, "published", (startedUs != null) ? startedUs : 0);
		this.postgres.update(MARK, Map.of("lastLoad", publication.lastLoad()));
	}

	private void note(Publication publication, String state, long startedUs) {
		this.clickHouse.execute(NOTE, Map.of("id", publication.id(), "state", state, "loadId", publication.lastLoad(),
				"startedUs", startedUs));
	}

	/**
	 * The loads of DDS, by number; 0 where there is none.
	 *
	 * @param firstUnpublished the first one that the marts do not have
	 * @param lastUnpublished the last one that they do not have
	 * @param last the last one of all
	 * @param madeAnew whether an unpublished one made DDS anew
	 * @param unfinished whether one has rows that its run has yet to derive
	 */
	record Loads(long firstUnpublished, long lastUnpublished, long last, boolean madeAnew, boolean unfinished) {

	}

}
