package io.cartpulse.dashboard;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

import io.cartpulse.embedded.EmbeddedEngines;
import io.cartpulse.testing.Browser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the dashboards' pages in a real browser.
 */
class DashboardsInBrowserIntegrationTests {

	private static final String PAGE = "/dashboards/overview?from=2026-01-12&to=2026-01-25";

	private static final String ALL_SHOWN = """
			return document.querySelectorAll('.dash-card[aria-busy="true"]').length === 0""";

	private final SimulatedStore store = SimulatedStore.start();

	@Test
	void drawsEveryCardOfEveryDashboardWithoutAComplaint() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			for (DashboardDefinition dashboard : new DashboardReader().readAll()) {
				browser.open("/dashboards/" + dashboard.id() + "?from=2026-01-05&to=2026-02-15");
				settle(browser);
				assertThat(browser.texts(".dash-card")).as(dashboard.id()).hasSameSizeAs(dashboard.cards());
				assertThat(browser.texts(".trouble")).as(dashboard.id()).isEmpty();
			}
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void keepsAChosenRangeInTheAddress() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open(PAGE);
			settle(browser);
			String fortnight = browser.find("#card-orders .amount").getText();
			browser.script("document.querySelector('[name=from]').value = '2026-01-19'");
			browser.click(".range [type=submit]");
			settle(browser);
			assertThat(browser.location()).isEqualTo("/dashboards/overview?from=2026-01-19&to=2026-01-25");
			String week = browser.find("#card-orders .amount").getText();
			assertThat(number(week)).isPositive().isLessThan(number(fortnight));
			reload(browser);
			settle(browser);
			assertThat(browser.location()).isEqualTo("/dashboards/overview?from=2026-01-19&to=2026-01-25");
			assertThat(browser.find("#card-orders .amount").getText()).isEqualTo(week);
			browser.script("history.back()");
			browser.see("#card-orders .amount", fortnight);
		}
	}

	@Test
	void choosesARangeByItsPreset() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open(PAGE);
			settle(browser);
			LocalDate today = LocalDate.parse(browser.find("main").getDomAttribute("data-today"));
			for (int days : List.of(7, 90)) {
				browser.click("[data-days='" + days + "']");
				settle(browser);
				assertThat(browser.location()).isEqualTo("/dashboards/overview?days=" + days);
				assertThat(range(browser)).containsExactly(today.minusDays(days - 1).toString(), today.toString());
				assertThat(pressed(browser)).containsExactly(days + " days");
			}
			browser.click("[data-days='month']");
			settle(browser);
			assertThat(range(browser)).containsExactly(today.withDayOfMonth(1).toString(), today.toString());
			assertThat(pressed(browser)).containsExactly("This month");
			String asked = String.valueOf(browser.script("return document.querySelector('#card-orders .csv').search"));
			assertThat(asked).isEqualTo("?from=" + today.withDayOfMonth(1) + "&to=" + today);
			browser.click(".range [type=submit]");
			assertThat(pressed(browser)).isEmpty();
		}
	}

	@Test
	void showsRatesOfExchangeWithFourDecimals() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open(PAGE);
			settle(browser);
			assertThat(browser.texts("#card-revenue-by-currency td:nth-child(4)")).containsExactly("1.0000", "0.9137",
					"81.4321");
		}
	}

	@Test
	void tellsTheAgeOfTheNewestEvent() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open("/dashboards/data-quality");
			settle(browser);
			assertThat(browser.texts("#card-freshness tbody tr:first-child td")).first().isEqualTo("session_analytics");
			assertThat(browser.texts("#card-freshness tbody tr:first-child td")).last()
				.asString()
				.matches("[0-9,]+ h \\d\\d min");
			assertThat(browser.texts("#card-freshness tbody tr:last-child td")).last().isEqualTo("–");
		}
	}

	@Test
	void showsTheNumbersThatTheCsvHas() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open(PAGE);
			settle(browser);
			String path = String.valueOf(browser.script(
					"const link = document.querySelector('#card-orders .csv'); return link.pathname + link.search"));
			List<String> lines = this.store.viewer().get(path).body().lines().toList();
			assertThat(lines).hasSize(2);
			assertThat(lines.get(1)).startsWith(number(browser.find("#card-orders .amount").getText()) + ",");
		}
	}

	@Test
	void tellsWhatACardMeansAndAsks() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open(PAGE);
			settle(browser);
			browser.click("#card-orders .explain");
			browser.see("#about-orders", "Paid orders, also those that were refunded later.");
			browser.see("#about-orders pre", "data_mart.daily_business_summary");
			browser.see("#about-orders .builds", "daily_business_summary: build");
		}
	}

	@Test
	void aFailingCardShowsItsErrorAndTheOthersStay() throws SQLException {
		clickHouse("rename table data_mart.category_performance to aside.away_for_a_test");
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open(PAGE);
			settle(browser);
			assertThat(browser.texts(".trouble")).singleElement().asString().contains("The query failed");
			assertThat(browser.texts("#card-revenue-by-category .trouble")).hasSize(1);
			assertThat(browser.texts("#card-orders .amount")).hasSize(1);
			clickHouse("rename table aside.away_for_a_test to data_mart.category_performance");
			browser.click("#card-revenue-by-category .trouble button");
			browser.find("#card-revenue-by-category canvas");
		}
		finally {
			clickHouse("rename table if exists aside.away_for_a_test to data_mart.category_performance");
		}
	}

	@Test
	void saysThatThereIsNothingInDaysBeforeTheShop() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.open("/dashboards/geography?from=2020-01-01&to=2020-01-31");
			settle(browser);
			browser.see("#card-world .body", "Nothing in these days.");
		}
	}

	@Test
	void fitsAPhone() {
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			browser.narrow();
			browser.open(PAGE);
			settle(browser);
			assertThat(browser.script("return document.documentElement.scrollWidth - innerWidth")).isEqualTo(0L);
		}
	}

	private static void settle(Browser browser) {
		browser.await(ALL_SHOWN);
	}

	/** The page that is there has settled already: so its window has to be gone first. */
	private static void reload(Browser browser) {
		browser.script("window.isOld = true; location.reload()");
		browser.await("return window.isOld !== true && document.readyState === 'complete'");
	}

	private static List<String> range(Browser browser) {
		return List.of(String.valueOf(browser.find("[name=from]").getDomProperty("value")),
				String.valueOf(browser.find("[name=to]").getDomProperty("value")));
	}

	private static List<String> pressed(Browser browser) {
		return browser.texts(".presets [aria-pressed='true']");
	}

	private static long number(String written) {
		return Long.parseLong(written.replace(",", ""));
	}

	private void clickHouse(String statement) throws SQLException {
		EmbeddedEngines engines = this.store.engines();
		try (Connection connection = DriverManager.getConnection("jdbc:clickhouse:" + engines.clickHouseUrl(),
				engines.credentials().ownerUser(), engines.credentials().ownerPassword());
				Statement sql = connection.createStatement()) {
			sql.execute(statement);
		}
	}

}
