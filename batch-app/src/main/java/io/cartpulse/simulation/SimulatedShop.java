package io.cartpulse.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The simulated shop that this warehouse knows: when it opened, and up to when its
 * messages are published. The simulation gives the same messages for the same span; so
 * what a kill left unnoted is published twice and counts once.
 */
@Component
public class SimulatedShop {

	private static final String FIND = SqlFile.read(SimulatedShop.class, "find-shop.sql");

	private static final String OPEN = SqlFile.read(SimulatedShop.class, "open-shop.sql");

	private static final String NOTE_PUBLISHED = SqlFile.read(SimulatedShop.class, "note-published.sql");

	private final NamedParameterJdbcTemplate jdbc;

	private final TrafficSettings settings;

	SimulatedShop(DataSource dataSource, TrafficSettings settings) {
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.settings = settings;
	}

	/** Whether there is one. */
	public boolean isOpen() {
		return find().isPresent();
	}

	/** The shop, opened some days ago if there was none. */
	State open(Instant now) {
		return find().orElseGet(() -> {
			LocalDate opening = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(this.settings.pastDays());
			this.jdbc.update(OPEN, Map.of("opening", opening, "publishedUntil", utc(opening)));
			return find().orElseThrow();
		});
	}

	void notePublished(Instant until) {
		this.jdbc.update(NOTE_PUBLISHED, Map.of("publishedUntil", until.atOffset(ZoneOffset.UTC)));
	}

	private Optional<State> find() {
		return this.jdbc
			.query(FIND,
					(row, number) -> new State(row.getObject("opening_date", LocalDate.class),
							row.getObject("published_until", OffsetDateTime.class).toInstant()))
			.stream()
			.findFirst();
	}

	private static OffsetDateTime utc(LocalDate day) {
		return day.atStartOfDay().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A shop at some moment.
	 *
	 * @param opening its first day in UTC
	 * @param publishedUntil up to when its messages are published
	 */
	record State(LocalDate opening, Instant publishedUntil) {

	}

}
