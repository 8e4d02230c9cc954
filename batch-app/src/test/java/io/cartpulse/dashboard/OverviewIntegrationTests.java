package io.cartpulse.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each figure of the overview, worked out once more from DDS in PostgreSQL. The range is
 * two weeks of the middle, so that there is a period before it.
 */
class OverviewIntegrationTests {

	private static final LocalDate FROM = SimulatedStore.OPENING.plusDays(17);

	private static final LocalDate TO = FROM.plusDays(13);

	private static final String WORDS = """
			with paid as (
			    select *, (order_ts at time zone 'UTC')::date as day, total_usd - refunded_usd as revenue
			    from dds.orders where status in ('success', 'refunded')
			), visits as (
			    select *, (start_ts at time zone 'UTC')::date as day from dds.sessions
			), days as (
			    select day::date as day from generate_series(:from, :to, interval '1 day') as day
			)
			""";

	/** By card: the same figures as the card's own, from DDS. */
	private static final Map<String, String> FROM_DDS = Map.ofEntries(entry("revenue", """
			select (select sum(revenue) from paid where day between :from and :to),
			    (select sum(revenue) from paid where day between :from - 14 and :from - 1)"""), entry("orders", """
			select (select count(*) from paid where day between :from and :to),
			    (select count(*) from paid where day between :from - 14 and :from - 1)"""),
			entry("average-order-value", """
					select avg(revenue) from paid where day between :from and :to"""), entry("conversion", """
					select (select count(*) from paid where day between :from and :to)
					    / (select count(*) from visits where day between :from and :to)::numeric"""),
			entry("active-users", """
					select count(distinct user_id) from visits where day between :to - 6 and :to"""),
			entry("new-customers",
					"""
							select count(*) from (select min(day) as first_day from paid where user_id is not null group by user_id)
							where first_day between :from and :to"""),
			entry("revenue-by-day", """
					select day, (select coalesce(sum(revenue), 0) from paid where paid.day = days.day),
					    (select coalesce(sum(revenue), 0) from paid where paid.day = days.day - 14)
					from days order by day"""),
			entry("devices",
					"""
							select coalesce(device_type, 'Unknown') as device, count(*) as sessions
							from visits
							left join lateral (
							    select device_type from dds.user_devices where user_devices.user_id = visits.user_id
							    order by last_seen desc, device_type collate "C" desc, os collate "C" desc, browser collate "C" desc
							    limit 1
							) as latest on true
							where day between :from and :to
							group by device order by sessions desc, device"""),
			entry("orders-by-day", """
					select day, (select count(*) from paid where paid.day = days.day),
					    (select count(*) from dds.orders where (order_ts at time zone 'UTC')::date = days.day
					        and status not in ('success', 'refunded'))
					from days order by day"""), entry("conversion-by-day", """
					select day, (select count(*) from paid where paid.day = days.day)
					    / (select count(*) from visits where visits.day = days.day)::numeric
					from days order by day"""), entry("average-order-value-by-day", """
					select day, (select coalesce(avg(revenue), 0) from paid where paid.day = days.day)
					from days order by day"""), entry("active-users-by-day", """
					select day,
					    (select count(distinct user_id) from visits where visits.day between days.day - 6 and days.day),
					    (select count(distinct user_id) from visits where visits.day = days.day)
					from days order by day"""), entry("revenue-by-category", """
					select coalesce(category_name, 'Unknown') as category, sum(quantity * price_usd) as revenue
					from dds.order_items join paid using (order_id)
					left join dds.products using (product_id) left join dds.categories using (category_id)
					where day between :from and :to
					group by category order by revenue desc, category"""), entry("revenue-by-currency", """
					select 'USD', sum(revenue) from paid where day between :from and :to
					union all
					select currency, sum(round(revenue * rate, 2))
					from paid join dds.exchange_rates on rate_date = day
					where day between :from and :to
					group by currency order by 1"""));

	@Test
	void everyFigureIsCheckedHere() {
		assertThat(overview().cards()).extracting(Card::id).containsExactlyInAnyOrderElementsOf(FROM_DDS.keySet());
	}

	@TestFactory
	Stream<DynamicTest> everyFigureAgreesWithDds() {
		SimulatedStore store = SimulatedStore.start();
		NamedParameterJdbcTemplate dds = new NamedParameterJdbcTemplate(store.postgres());
		return overview().cards()
			.stream()
			.map((card) -> DynamicTest.dynamicTest(card.id(),
					() -> assertThat(shown(store.analyst().ask(card, FROM, TO)))
						.containsExactlyInAnyOrderElementsOf(inDds(dds, FROM_DDS.getOrDefault(card.id(), "select")))));
	}

	private static DashboardDefinition overview() {
		return new DashboardReader().readAll().get(0);
	}

	private static List<String> inDds(NamedParameterJdbcTemplate dds, String sql) {
		return dds.query(WORDS + sql, Map.of("from", FROM, "to", TO), (row, number) -> {
			StringBuilder written = new StringBuilder();
			for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
				written.append(' ').append(written(row.getString(i)));
			}
			return written.toString();
		});
	}

	/**
	 * The figures of an answer; behind the second the table of currencies tells of rates.
	 */
	private static List<String> shown(Analyst.Answer answer) {
		long figures = answer.columns().contains("latest_rate") ? 2 : answer.columns().size();
		return answer.rows().stream().map((row) -> {
			StringBuilder written = new StringBuilder();
			row.stream().limit(figures).forEach((value) -> written.append(' ').append(written(text(value))));
			return written.toString();
		}).toList();
	}

	private static String text(JsonNode value) {
		return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
	}

	/** A number with six decimals, since averages are no decimals in ClickHouse. */
	private static @Nullable String written(@Nullable String value) {
		if (value == null || !value.matches("-?\\d+(\\.\\d+)?")) {
			return value;
		}
		return new BigDecimal(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
	}

}
