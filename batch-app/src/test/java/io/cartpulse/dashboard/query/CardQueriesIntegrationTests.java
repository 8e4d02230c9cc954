package io.cartpulse.dashboard.query;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.CardColumn;
import io.cartpulse.dashboard.Format;
import io.cartpulse.dashboard.Layout;
import io.cartpulse.dashboard.LocalText;
import io.cartpulse.dashboard.Picture;
import io.cartpulse.dashboard.SimulatedStore;
import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link CardQueries} on a real engine: what limits do.
 */
class CardQueriesIntegrationTests {

	private static final DateRange RANGE = new DateRange(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-31"));

	private static final QueryLimits LIMITS = limits(Duration.ofMinutes(1));

	private static final QueryLimits SHORT_OF_TIME = limits(Duration.ofSeconds(1));

	private final EmbeddedEngines engines = SimulatedStore.start().engines();

	@Test
	void cutsOffFurtherRowsAndSaysSo() {
		CardAnswer many = ask(
				"select toString(event_date) as figure from data_mart.daily_business_summary order by figure");
		assertThat(many.rows()).containsExactly(List.of("2026-01-05"), List.of("2026-01-06"));
		assertThat(many.truncated()).isTrue();
	}

	@Test
	void saysNothingWhereAllRowsAreThere() {
		CardAnswer two = ask(
				"select toString(event_date) as figure from data_mart.daily_business_summary order by figure limit 2");
		assertThat(two.rows()).hasSize(2);
		assertThat(two.truncated()).isFalse();
	}

	@Test
	void tellsWhichBuildsItRead() {
		CardAnswer answer = ask(
				"select toString(count()) as figure from data_mart.geo_analysis cross join data_mart.device_analysis");
		assertThat(answer.builds()).extracting(MartBuild::mart)
			.containsExactlyInAnyOrder("geo_analysis", "device_analysis");
		assertThat(answer.builds()).allMatch((build) -> build.buildId() > 0);
	}

	@Test
	void endsWhatTakesTooLong() {
		String sessions = "data_mart.session_analytics";
		refused(ProblemCode.QUERY_TOO_SLOW,
				() -> ask(
						"select toString(sum(cityHash64(a.session_id, b.session_id, c.session_id))) as figure from "
								+ sessions + " as a cross join " + sessions + " as b cross join " + sessions + " as c",
						this.engines.clickHouseUrl(), analyst(), SHORT_OF_TIME));
	}

	@Test
	void endsWhatTakesTooMuchMemory() {
		refused(ProblemCode.QUERY_TOO_LARGE,
				() -> ask("select toString(length(groupArray(repeat('x', 1000)))) as figure"
						+ " from data_mart.session_analytics as a cross join data_mart.geo_analysis as b"));
	}

	@Test
	void refusesWhatIsNoMart() {
		refused(ProblemCode.QUERY_FAILED, () -> ask("select toString(count()) as figure from warehouse.orders"));
	}

	@Test
	void tellsThatThePasswordIsWrong() {
		refused(ProblemCode.ANALYST_UNKNOWN, () -> ask("select '1' as figure", this.engines.clickHouseUrl(),
				new AnalystSettings("analyst", "no"), LIMITS));
	}

	@Test
	void tellsThatClickHouseIsAway() {
		refused(ProblemCode.CLICKHOUSE_DOWN,
				() -> ask("select '1' as figure", "http://127.0.0.1:1", new AnalystSettings("analyst", ""), LIMITS));
	}

	private CardAnswer ask(String sql) {
		return ask(sql, this.engines.clickHouseUrl(), analyst(), LIMITS);
	}

	private AnalystSettings analyst() {
		return new AnalystSettings("analyst", this.engines.credentials().analystPassword());
	}

	private static QueryLimits limits(Duration time) {
		return new QueryLimits(2, time, DataSize.ofMegabytes(200), 1, Duration.ZERO);
	}

	private static CardAnswer ask(String sql, String url, AnalystSettings analyst, QueryLimits limits) {
		LocalText text = new LocalText("t", "t");
		Card card = new Card("card", text, text,
				new Picture(Picture.Kind.TABLE, null, List.of(), null, null, List.of()), null,
				List.of(new CardColumn("figure", text, Format.TEXT)), new Layout(0, 0, 4, 3), sql);
		try (MartReader marts = new MartReader(URI.create(url), analyst, limits)) {
			return new CardQueries(marts, limits).answer("shop", card, RANGE);
		}
	}

	private static void refused(ProblemCode code, ThrowingCallable question) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(question)
			.extracting(ProblemException::code)
			.isEqualTo(code);
	}

}
