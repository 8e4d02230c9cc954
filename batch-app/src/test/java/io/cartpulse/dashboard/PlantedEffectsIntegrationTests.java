package io.cartpulse.dashboard;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

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
		assertThat(rows("campaigns", "campaign-table"))
			.filteredOn((campaign) -> campaign.text("campaign").equals("Always On Search"))
			.singleElement()
			.satisfies((campaign) -> assertThat(campaign.number("conversion_rate")).isGreaterThan(usual));
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
		assertThat(rows("products", "bought-together").stream().max(Comparator.comparing((row) -> row.number("lift"))))
			.hasValueSatisfying((pair) -> {
				assertThat(pair.number("orders_together")).isEqualByComparingTo("6");
				assertThat(pair.number("second_with_first")).isEqualByComparingTo("1");
				assertThat(pair.number("first_with_second")).isEqualByComparingTo("1");
			});
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
