package io.cartpulse.dashboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was planted in the simulated shop can be seen on the dashboards that are for it.
 */
class PlantedEffectsIntegrationTests {

	private final SimulatedStore store = SimulatedStore.start();

	@Test
	void attentionShowsTheDayOnWhichTheShopWasAway() {
		assertThat(rows("attention", "shop")).anySatisfy((row) -> {
			assertThat(row.text("event_date")).isEqualTo(SimulatedStore.OUTAGE.toString());
			assertThat(row.text("metric")).isEqualTo("sessions");
			assertThat(row.text("direction")).isEqualTo("down");
			assertThat(row.number("value")).isLessThan(row.number("expected").divide(BigDecimal.valueOf(2)));
		});
	}

	@Test
	void campaignsShowThatTheirVisitorsBuyMoreOften() {
		BigDecimal usual = rows("overview", "conversion").get(0).number("conversion_rate");
		List<Row> campaigns = rows("campaigns", "campaign-table");
		BigDecimal bought = campaigns.stream()
			.map((campaign) -> campaign.number("bought_after_click").multiply(campaign.number("clicks")))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal afterClick = bought.divide(sum(campaigns, "clicks"), MathContext.DECIMAL64);
		assertThat(afterClick).isGreaterThan(usual.multiply(new BigDecimal("1.2")));
	}

	@Test
	void weatherShowsThatWetDaysSellBetter() {
		List<Row> skies = rows("weather", "weather-table");
		BigDecimal wet = conversion(skies, Set.of("Rain", "Drizzle", "Thunderstorm", "Snow"));
		assertThat(wet).isGreaterThan(conversion(skies, Set.of("Clear")).multiply(new BigDecimal("1.2")));
	}

	@Test
	void weatherShowsSnowWhereItIsWinterOnly() {
		assertThat(rows("weather", "weather-table")).filteredOn((row) -> row.text("weather").equals("Snow"))
			.extracting((row) -> row.text("country"))
			.contains("Sweden")
			.doesNotContain("Brazil", "Australia");
	}

	@Test
	void productsShowThePairThatIsBoughtTogether() {
		List<Row> pairs = rows("products", "bought-together");
		BigDecimal others = pairs.stream()
			.skip(1)
			.map((pair) -> pair.number("lift"))
			.reduce(BigDecimal.ONE, BigDecimal::max);
		assertThat(pairs.get(0)).satisfies((pair) -> {
			assertThat(List.of(pair.text("first_product"), pair.text("second_product")))
				.containsExactlyInAnyOrder("Fountain Pen", "Ink Bottle Blue");
			assertThat(pair.number("lift")).isGreaterThan(others.multiply(new BigDecimal("1.5")));
		});
	}

	private static BigDecimal conversion(List<Row> skies, Set<String> weather) {
		List<Row> some = skies.stream().filter((row) -> weather.contains(row.text("weather"))).toList();
		return sum(some, "orders").divide(sum(some, "sessions"), MathContext.DECIMAL64);
	}

	private static BigDecimal sum(List<Row> rows, String column) {
		return rows.stream().map((row) -> row.number(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private List<Row> rows(String dashboard, String card) {
		Card asked = new DashboardReader().readAll()
			.stream()
			.filter((one) -> one.id().equals(dashboard))
			.flatMap((one) -> one.cards().stream())
			.filter((one) -> one.id().equals(card))
			.findFirst()
			.orElseThrow();
		Analyst.Answer answer = this.store.analyst().ask(asked, SimulatedStore.OPENING, SimulatedStore.LAST_DAY);
		return answer.rows().stream().map((values) -> new Row(answer.columns(), values)).toList();
	}

	/**
	 * A row of a card.
	 *
	 * @param columns names
	 * @param values by their columns
	 */
	private record Row(List<String> columns, List<JsonNode> values) {

		String text(String column) {
			return value(column).asString();
		}

		BigDecimal number(String column) {
			return value(column).decimalValue();
		}

		private JsonNode value(String column) {
			return this.values.get(this.columns.indexOf(column));
		}

	}

}
