package io.cartpulse.reference;

import java.util.List;
import java.util.UUID;

import io.cartpulse.enrichment.lookup.EnrichmentConfiguration;
import io.cartpulse.testing.JobUnderTest;
import io.cartpulse.testing.PipelineEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the job on a real PostgreSQL, with what is on board for a provider, or with
 * one that is down.
 */
class RefreshReferenceDataIntegrationTests {

	private static final String RATES_ARE_DOWN = "cartpulse.enrichment.open-exchange-rates.base-url=http://127.0.0.1:1";

	private final PipelineEngines engines = PipelineEngines.start();

	private final JdbcTemplate jdbc = this.engines.jdbc();

	@BeforeEach
	void empty() {
		this.engines.emptyTables();
	}

	@Test
	void costsAreFilledAtTheRatesOfTheEventsOwnDay() {
		rates("2024-03-01", "0.9", "90.125");
		event(1, "2024-03-01 23:59:59Z", "0.05", null, null);
		event(2, "2024-03-01 00:00:00Z", "0.20", "7.77", null);
		event(3, "2024-03-02 00:00:00Z", "10", "1", "2");
		event(4, "2024-03-01 12:00:00Z", null, null, null);
		long run = refresh();
		// 0.045, 4.50625; what an event says itself stays
		assertThat(rows("select cost_usd, cost_eur, cost_rub from dds.events order by event_key"))
			.containsExactly("(0.05,0.05,4.51)", "(0.20,7.77,18.03)", "(10.00,1.00,2.00)", "(,,)");
		assertThat(rows("select count(*) from dds.events where load_id = " + run)).containsExactly("(2)");
		assertThat(rows("select load_id, unfinished, published_at from etl.loads")).containsExactly("(" + run + ",f,)");
	}

	@Test
	void daysWithOrdersGetRatesAndOnlyTheMissingOnes() {
		rates("2024-03-01", "0.9", "90.125");
		order(1, "2024-03-01 12:00Z");
		order(2, "2024-03-02 23:00Z");
		refresh();
		assertThat(rows("select rate_date, currency, source from dds.exchange_rates order by 1, 2")).containsExactly(
				"(2024-03-01,EUR,bank)", "(2024-03-01,RUB,bank)", "(2024-03-02,EUR,sample)", "(2024-03-02,RUB,sample)");
		assertThat(rows("select count(*) from etl.loads")).containsExactly("(1)");
	}

	@Test
	void costsFollowTheRateThatTheyWereFilledWith() {
		rates("2024-03-01", "0.9", "90");
		event(1, "2024-03-01 12:00Z", "10", null, "7");
		refresh();
		assertThat(rows("select cost_eur, cost_rub from dds.events")).containsExactly("(9.00,7.00)");
		this.jdbc.update("update dds.exchange_rates set rate = rate * 2, load_id = null");
		long run = refresh();
		assertThat(rows("select cost_eur, cost_rub, load_id from dds.events"))
			.containsExactly("(18.00,7.00," + run + ")");
	}

	@Test
	void placesFollowThePointsPlace() {
		session(1);
		place(5, 1, "48.8566", "2.3522", null, null);
		place(6, 1, "48.8566", "2.3522", "Elsewhere", null);
		refresh();
		this.jdbc.update("update dds.places set city = 'Lutetia', country = 'Gaul', load_id = null");
		refresh();
		assertThat(rows("select city, country from dds.events order by event_key")).containsExactly("(Lutetia,Gaul)",
				"(Elsewhere,Gaul)");
		assertThat(rows("select city, country from dds.sessions")).containsExactly("(Lutetia,Gaul)");
		this.jdbc.update("update dds.places set city = null, country = null, country_code = null, load_id = null");
		refresh();
		assertThat(rows("select city, country from dds.events order by event_key")).containsExactly("(,)",
				"(Elsewhere,)");
	}

	@Test
	void eventsAndTheirSessionsGetThePlaceOfTheirPoint() {
		session(1);
		place(5, 1, "48.8566", "2.3522", null, null);
		place(6, 1, "48.8566", "2.3522", "Elsewhere", null);
		place(7, null, "0", "-30", null, null);
		refresh();
		assertThat(rows("select city, country from dds.events order by event_key")).containsExactly("(Paris,France)",
				"(Elsewhere,France)", "(,)");
		assertThat(rows("select city, country from dds.sessions")).containsExactly("(Paris,France)");
		assertThat(rows("select count(*) from etl.touched")).containsExactly("(0)");
	}

	@Test
	void sessionsGetWeatherForTheirPlacesAndHours() {
		session(1);
		place(5, 1, "48.8566", "2.3522", "Paris", "France");
		place(6, 1, "48.8612", "2.3522", "Paris", "France");
		place(7, null, "10", "10", "a", "b");
		refresh();
		assertThat(rows("select lat, lon, hour at time zone 'UTC', source from dds.weather"))
			.containsExactly("(48.86,2.35,\"2024-03-01 10:00:00\",sample)");
	}

	@Test
	void aRunThatFindsNothingNewLeavesNoLoad() {
		event(1, "2024-03-01 12:00Z", "1", null, null);
		refresh();
		long loads = loads();
		refresh();
		assertThat(loads()).isEqualTo(loads);
	}

	@Test
	void aProviderThatIsDownFailsNothingAndALaterRunFills() {
		event(1, "2024-03-01 12:00Z", "1", null, null);
		order(1, "2024-03-01 12:00Z");
		refresh("cartpulse.enrichment.open-exchange-rates.key=none-of-anybody", RATES_ARE_DOWN,
				"cartpulse.enrichment.retry.back-off=1ms", "cartpulse.enrichment.retry.max-back-off=2ms");
		assertThat(rows("select cost_eur from dds.events")).containsExactly("()");
		assertThat(rows("select subject, key from etl.enrichment_pending")).containsExactly("(rates,2024-03-01)");
		assertThat(loads()).isZero();
		refresh();
		assertThat(rows("select event_key from dds.events where cost_eur > 0 and cost_rub > 0")).hasSize(1);
		assertThat(rows("select key from etl.enrichment_pending")).isEmpty();
	}

	@Test
	void whatTheBudgetDoesNotAllowIsNotAskedFor() {
		for (int day = 1; day <= 9; day++) {
			order(day, "2024-03-0" + day + " 12:00Z");
		}
		refresh("cartpulse.enrichment.open-exchange-rates.key=none-of-anybody", RATES_ARE_DOWN,
				"cartpulse.enrichment.open-exchange-rates.budget-per-month=2", "cartpulse.enrichment.retry.attempts=1");
		assertThat(rows("select month_used from etl.enrichment_budgets")).containsExactly("(2)");
		assertThat(rows("select key from etl.enrichment_pending order by wanted_at, key desc"))
			.startsWith("(2024-03-09)", "(2024-03-08)", "(2024-03-07)")
			.hasSize(9);
	}

	/** Asks, and gives what was found to events. */
	private long refresh(String... properties) {
		try (ConfigurableApplicationContext context = this.engines.context("none",
				List.of("io.cartpulse.batch", "io.cartpulse.dds.RawToDdsJobConfiguration", "io.cartpulse.reference",
						EnrichmentConfiguration.class.getName()),
				properties)) {
			completed(context, "refresh-reference-data");
			return completed(context, "raw-to-dds").getId();
		}
	}

	private static JobExecution completed(ConfigurableApplicationContext context, String job) {
		JobExecution run = new JobUnderTest(context, job).run();
		assertThat(run.getStatus()).as("%s", JobUnderTest.failures(run)).isEqualTo(BatchStatus.COMPLETED);
		return run;
	}

	private List<String> rows(String sql) {
		return this.jdbc.queryForList("select found::text from (" + sql + ") as found", String.class);
	}

	private long loads() {
		Long loads = this.jdbc.queryForObject("select count(*) from etl.loads", Long.class);
		return (loads != null) ? loads : 0;
	}

	private void rates(String day, String eur, String rub) {
		this.jdbc.update("""
				insert into dds.exchange_rates (rate_date, currency, rate, source, updated_at)
				values (cast(? as date), 'EUR', cast(? as numeric), 'bank', now() - interval '1 day'),
				    (cast(? as date), 'RUB', cast(? as numeric), 'bank', now() - interval '1 day')""", day, eur, day,
				rub);
	}

	private void event(int number, String at, @Nullable String usd, @Nullable String eur, @Nullable String rub) {
		this.jdbc.update("""
				insert into dds.events (event_key, fingerprint, event_type, "timestamp", cost_usd, cost_eur, cost_rub,
				    load_id)
				values (?, ?, 'purchase', cast(? as timestamptz), cast(? as numeric), cast(? as numeric),
				    cast(? as numeric), 0)""", key(number), key(number), at, usd, eur, rub);
	}

	private void place(int number, @Nullable Integer session, String lat, String lon, @Nullable String city,
			@Nullable String country) {
		this.jdbc.update("""
				insert into dds.events (event_key, fingerprint, event_type, "timestamp", session_id, lat, lon, city,
				    country, load_id)
				values (?, ?, 'view_page', timestamptz '2024-03-01 10:20Z' - make_interval(secs => ?), ?,
				    cast(? as numeric), cast(? as numeric), ?, ?, 0)""", key(number), key(number), number,
				(session != null) ? key(session) : null, lat, lon, city, country);
	}

	private void session(int number) {
		this.jdbc.update("""
				insert into dds.sessions (session_id, start_ts, end_ts, event_count, load_id)
				values (?, timestamptz '2024-03-01 10:00Z', timestamptz '2024-03-01 10:00Z', 1, 0)""", key(number));
	}

	private void order(int number, String at) {
		this.jdbc.update("""
				insert into dds.orders (order_id, fingerprint, generated_at, order_ts, total_usd, status, refunded_usd,
				    load_id)
				values (?, ?, now(), cast(? as timestamptz), 1, 'success', 0, 0)""", key(number), key(number), at);
	}

	private static UUID key(int number) {
		return new UUID(0, number);
	}

}
