package io.cartpulse.metabase;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.dashboard.DashboardReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link MetabaseProvisioner}.
 */
class MetabaseProvisionerTests {

	private static final String SHOP = """
			id: shop
			position: 1
			title: {en: Shop, ru: Магазин}
			description: {en: All of it, ru: Весь}
			default-days: 14
			cards:
			  - id: revenue
			    title: {en: Revenue, ru: Выручка}
			    description: {en: What came in, ru: Сколько пришло}
			    picture: {kind: line, x: event_date, y: [revenue]}
			    period: daily.event_date
			    columns:
			      - {name: event_date, format: date, title: {en: Day, ru: День}}
			      - {name: revenue, format: money, title: {en: Income, ru: Доход}}
			    layout: {column: 0, row: 0, width: 12, height: 6}
			    sql: |
			      select event_date, revenue from data_mart.daily where event_date between {from:Date} and {to:Date}
			  - id: users
			    title: {en: Users, ru: Пользователи}
			    description: {en: Who came, ru: Кто пришёл}
			    picture: {kind: number, y: [users]}
			    columns:
			      - {name: users, format: integer, title: {en: Users, ru: Пользователи}}
			    layout: {column: 12, row: 0, width: 12, height: 6}
			    sql: |
			      select count() as users from data_mart.users
			""";

	private final FakeMetabase metabase = new FakeMetabase();

	private final List<String> said = new ArrayList<>();

	@AfterEach
	void close() {
		this.metabase.close();
	}

	@Test
	void firstRunSetsEverythingUp() {
		assertThat(provision(SHOP)).isEqualTo("3 created, 0 updated, 0 archived, 0 unchanged");
		assertThat(this.metabase.writes()).containsExactly("POST /api/setup", "POST /api/database",
				"POST /api/database/1/sync_schema", "POST /api/collection", "POST /api/card", "POST /api/card",
				"POST /api/dashboard", "PUT /api/dashboard/5");
		JsonNode details = this.metabase.databases().get(0).path("details");
		assertThat(details.path("user").asString()).isEqualTo("analyst");
		assertThat(details.path("dbname").asString()).isEqualTo("data_mart");
	}

	@Test
	void cardsAskWithAFieldFilter() {
		provision(SHOP);
		ObjectNode card = this.metabase.cards().get(0);
		assertThat(card.path("name").asString()).isEqualTo("Revenue");
		assertThat(card.path("display").asString()).isEqualTo("line");
		assertThat(card.path("visualization_settings").path("graph.metrics").toString()).isEqualTo("[\"revenue\"]");
		assertThat(card.path("visualization_settings").path("column_settings").path("[\"name\",\"revenue\"]"))
			.hasToString("{\"column_title\":\"Income\",\"number_style\":\"decimal\",\"decimals\":2,\"prefix\":\"$\"}");
		JsonNode stage = card.path("dataset_query").path("stages").path(0);
		assertThat(stage.path("native").asString())
			.isEqualTo("select event_date, revenue from data_mart.daily where {{period}}");
		JsonNode tag = stage.path("template-tags").path("period");
		assertThat(tag.path("widget-type").asString()).isEqualTo("date/all-options");
		assertThat(tag.path("dimension")).hasToString("[\"field\",{},1001]");
		assertThat(tag.path("alias").asString()).isEqualTo("daily.event_date");
	}

	@Test
	void dashboardsHaveTheirGridAndFilter() {
		provision(SHOP);
		ObjectNode dashboard = this.metabase.dashboards().get(0);
		assertThat(dashboard.path("parameters").path(0).path("default").asString()).isEqualTo("past14days~");
		JsonNode revenue = dashboard.path("dashcards").path(0);
		assertThat(revenue.path("size_x").asInt()).isEqualTo(12);
		assertThat(revenue.path("parameter_mappings").path(0).path("target"))
			.hasToString("[\"dimension\",[\"template-tag\",\"period\"]]");
		JsonNode users = dashboard.path("dashcards").path(1);
		assertThat(users.path("col").asInt()).isEqualTo(12);
		assertThat(users.has("parameter_mappings")).isFalse();
	}

	@Test
	void secondRunChangesNothing() {
		provision(SHOP);
		this.metabase.writes();
		assertThat(provision(SHOP)).isEqualTo("0 created, 0 updated, 0 archived, 3 unchanged");
		assertThat(this.metabase.writes()).isEmpty();
	}

	@Test
	void changesOnlyTheCardThatChanged() {
		provision(SHOP);
		this.metabase.writes();
		assertThat(provision(SHOP.replace("title: {en: Revenue", "title: {en: Turnover")))
			.isEqualTo("0 created, 1 updated, 0 archived, 2 unchanged");
		assertThat(this.metabase.writes()).containsExactly("PUT /api/card/3");
		assertThat(this.metabase.cards().get(0).path("name").asString()).isEqualTo("Turnover");
		provision(SHOP.replace("count()", "uniq(user_id)"));
		assertThat(this.metabase.writes()).containsExactly("PUT /api/card/3", "PUT /api/card/4");
	}

	@Test
	void movesACardWithoutMakingItNew() {
		provision(SHOP);
		JsonNode before = this.metabase.dashboards().get(0).path("dashcards").deepCopy();
		this.metabase.writes();
		provision(SHOP.replace("layout: {column: 12, row: 0", "layout: {column: 0, row: 6"));
		assertThat(this.metabase.writes()).containsExactly("PUT /api/dashboard/5");
		JsonNode after = this.metabase.dashboards().get(0).path("dashcards");
		assertThat(after.path(1).path("row").asInt()).isEqualTo(6);
		assertThat(after.path(1).path("id")).isEqualTo(before.path(1).path("id"));
	}

	@Test
	void renamesADashboardInItsPlace() {
		provision(SHOP);
		provision(SHOP.replace("title: {en: Shop", "title: {en: Store"));
		assertThat(this.metabase.dashboards()).singleElement()
			.satisfies((dashboard) -> assertThat(dashboard.path("name").asString()).isEqualTo("Store"));
	}

	@Test
	void keepsWhatOthersMade() {
		provision(SHOP);
		ObjectNode foreign = this.metabase.addForeignCard("Revenue", 2).deepCopy();
		this.metabase.addForeignText(this.metabase.dashboards().get(0));
		ObjectNode card = this.metabase.cards().get(0);
		((ObjectNode) card.path("visualization_settings")).put("graph.show_goal", true);
		this.metabase.writes();
		assertThat(provision(SHOP)).isEqualTo("0 created, 0 updated, 0 archived, 3 unchanged");
		provision(SHOP.replace("kind: line", "kind: bar").replace("row: 0, width: 12", "row: 1, width: 12"));
		assertThat(this.metabase.cards()).contains(foreign);
		assertThat(this.metabase.cards().get(0).path("display").asString()).isEqualTo("bar");
		assertThat(this.metabase.cards().get(0).path("visualization_settings").path("graph.show_goal").asBoolean())
			.isTrue();
		assertThat(texts(this.metabase.dashboards().get(0))).containsExactly("Mine");
	}

	@Test
	void putsAwayWhatIsNoLongerDefinedAndTakesItUpAgain() {
		provision(SHOP);
		this.metabase.writes();
		String one = SHOP.substring(0, SHOP.indexOf("  - id: users"));
		assertThat(provision(one)).isEqualTo("0 created, 1 updated, 1 archived, 1 unchanged");
		assertThat(this.metabase.writes()).containsExactly("PUT /api/dashboard/5", "PUT /api/card/4");
		assertThat(this.metabase.dashboards().get(0).path("dashcards")).hasSize(1);
		assertThat(provision(SHOP)).isEqualTo("0 created, 2 updated, 0 archived, 1 unchanged");
		assertThat(this.metabase.cards()).hasSize(2).noneMatch((card) -> card.path("archived").asBoolean(false));
	}

	@Test
	void finishesWhatARunLeftHalfDone() {
		provision(SHOP);
		ObjectNode dashboard = this.metabase.dashboards().get(0);
		dashboard.put("description", "cartpulse/shop").putNull("points_of_interest").putArray("dashcards");
		assertThat(provision(SHOP)).isEqualTo("0 created, 1 updated, 0 archived, 2 unchanged");
		assertThat(this.metabase.dashboards()).hasSize(1);
	}

	@Test
	void marksADashboardFromItsFirstMomentOn() {
		this.metabase.refuseOnce("PUT /api/dashboard/5");
		assertFails(settings(this.metabase.url(), FakeMetabase.PASSWORD, FakeMetabase.ANALYST_PASSWORD, Locale.ENGLISH,
				Duration.ofSeconds(5)), "refused PUT /api/dashboard/{id} with status 500");
		assertThat(provision(SHOP)).isEqualTo("0 created, 1 updated, 0 archived, 2 unchanged");
		assertThat(this.metabase.dashboards()).singleElement()
			.satisfies((dashboard) -> assertThat(dashboard.path("description").asString()).isEqualTo("All of it"));
	}

	@Test
	void leavesAnEmptyDashboardOfTheSameNameToWhoMadeIt() {
		provision(SHOP);
		ObjectNode foreign = this.metabase.addForeignDashboard("Store", 2).deepCopy();
		String store = SHOP.replace("id: shop", "id: store").replace("{en: Shop,", "{en: Store,");
		assertThat(provision(List.of(read(SHOP), read(store))))
			.isEqualTo("3 created, 0 updated, 0 archived, 3 unchanged");
		assertThat(this.metabase.dashboards()).hasSize(3).contains(foreign);
	}

	@Test
	void putsAWholeDashboardAwayAndTakesItUpAgain() {
		List<DashboardDefinition> both = List.of(read(SHOP),
				read(SHOP.replace("id: shop", "id: store").replace("{en: Shop,", "{en: Store,")));
		provision(both);
		assertThat(provision(SHOP)).isEqualTo("0 created, 0 updated, 3 archived, 3 unchanged");
		assertThat(archived()).containsExactly("Store");
		assertThat(provision(SHOP)).isEqualTo("0 created, 0 updated, 0 archived, 3 unchanged");
		assertThat(provision(both)).isEqualTo("0 created, 3 updated, 0 archived, 3 unchanged");
		assertThat(this.metabase.dashboards()).hasSize(2);
		assertThat(archived()).isEmpty();
		assertThat(provision(both)).isEqualTo("0 created, 0 updated, 0 archived, 6 unchanged");
	}

	@Test
	void showsTheDashboardsOfTheProduct() {
		List<DashboardDefinition> dashboards = new DashboardReader().readAll();
		this.metabase.addMartsOf(dashboards);
		provision(dashboards);
		assertThat(this.metabase.dashboards()).hasSameSizeAs(dashboards);
		assertThat(this.metabase.cards()).extracting((card) -> card.path("display").asString())
			.contains("scalar", "line", "area", "bar", "row", "pie", "funnel", "map", "table");
		this.metabase.writes();
		provision(dashboards);
		assertThat(this.metabase.writes()).isEmpty();
	}

	@Test
	void speaksRussianWhenAskedTo() {
		new MetabaseProvisioner(settings(this.metabase.url(), FakeMetabase.PASSWORD, FakeMetabase.ANALYST_PASSWORD,
				Locale.forLanguageTag("ru"), Duration.ofSeconds(5)), this.said::add)
			.provision(List.of(read(SHOP)));
		assertThat(this.metabase.dashboards().get(0).path("name").asString()).isEqualTo("Магазин");
		assertThat(this.metabase.dashboards().get(0).path("parameters").path(0).path("name").asString())
			.isEqualTo("Период");
	}

	@Test
	void waitsWhileMetabaseStarts() {
		this.metabase.starting(4);
		assertThat(provision(SHOP)).startsWith("3 created");
		assertThat(this.said).first().asString().startsWith("Waiting for Metabase at http://127.0.0.1:");
	}

	@Test
	void worksWithASlowMetabase() {
		this.metabase.slow(Duration.ofMillis(20));
		assertThat(provision(SHOP)).startsWith("3 created");
	}

	@Test
	void saysThatMetabaseTakesTooLong() {
		this.metabase.slow(Duration.ofMillis(500));
		MetabaseSettings impatient = settings(this.metabase.url(), FakeMetabase.PASSWORD, FakeMetabase.ANALYST_PASSWORD,
				Locale.ENGLISH, Duration.ofMillis(50));
		assertFails(impatient, "does not answer: nothing came within 50 ms");
	}

	@Test
	void saysThatNobodyIsThere() {
		URI nobody = this.metabase.url();
		this.metabase.close();
		assertFails(settings(nobody, FakeMetabase.PASSWORD, FakeMetabase.ANALYST_PASSWORD, Locale.ENGLISH,
				Duration.ofSeconds(5)), "Metabase at " + nobody + " does not answer: nobody listens there");
	}

	@Test
	void saysThatThePasswordIsWrong() {
		provision(SHOP);
		assertFails(
				settings(this.metabase.url(), "wrong-horse-1", FakeMetabase.ANALYST_PASSWORD, Locale.ENGLISH,
						Duration.ofSeconds(5)),
				"is set up already and does not let admin@shop.example in; check"
						+ " cartpulse.metabase.user and cartpulse.metabase.password");
	}

	@Test
	void saysWhatMetabaseHasAgainstThePassword() {
		assertFails(
				settings(this.metabase.url(), "qwerty", FakeMetabase.ANALYST_PASSWORD, Locale.ENGLISH,
						Duration.ofSeconds(5)),
				"refused POST /api/setup with status 400: {\"password\":\"password is too common.\"}");
	}

	@Test
	void saysThatClickHouseCannotBeReached() {
		assertFails(
				settings(this.metabase.url(), FakeMetabase.PASSWORD, "wrong", Locale.ENGLISH, Duration.ofSeconds(5)),
				"Metabase cannot reach ClickHouse at 127.0.0.1:8123 as analyst; check"
						+ " cartpulse.metabase.database.*");
	}

	@Test
	void noticesAChangedPasswordOfClickHouse() {
		provision(SHOP);
		this.metabase.changeAnalystPassword("other-secret-2");
		this.metabase.writes();
		new MetabaseProvisioner(settings(this.metabase.url(), FakeMetabase.PASSWORD, "other-secret-2", Locale.ENGLISH,
				Duration.ofSeconds(5)), this.said::add)
			.provision(List.of(read(SHOP)));
		assertThat(this.metabase.writes()).containsExactly("PUT /api/database/1");
	}

	@Test
	void saysWhichMartsMetabaseDoesNotSee() {
		this.metabase.forgetTables();
		assertFails(
				settings(this.metabase.url(), FakeMetabase.PASSWORD, FakeMetabase.ANALYST_PASSWORD, Locale.ENGLISH,
						Duration.ofSeconds(5)),
				"Metabase does not see [daily.event_date] in data_mart at 127.0.0.1:8123");
	}

	@Test
	void makesNoSecondCopiesWhereCardsCannotBeFoundAgain() {
		this.metabase.dropEntityIds();
		assertFails(settings(this.metabase.url(), FakeMetabase.PASSWORD, FakeMetabase.ANALYST_PASSWORD, Locale.ENGLISH,
				Duration.ofSeconds(5)), "this Metabase does not keep the entity_id of card Revenue");
		assertThat(this.metabase.cards()).hasSize(1);
	}

	@Test
	void neverSaysASecret() {
		provision(SHOP);
		assertThat(String.join("\n", this.said)).doesNotContain(FakeMetabase.PASSWORD, FakeMetabase.ANALYST_PASSWORD);
	}

	private List<String> archived() {
		return this.metabase.dashboards()
			.stream()
			.filter((dashboard) -> dashboard.path("archived").asBoolean(false))
			.map((dashboard) -> dashboard.path("name").asString())
			.toList();
	}

	private String provision(String yaml) {
		return provision(List.of(read(yaml)));
	}

	private String provision(List<DashboardDefinition> dashboards) {
		return new MetabaseProvisioner(settings(this.metabase.url(), FakeMetabase.PASSWORD,
				FakeMetabase.ANALYST_PASSWORD, Locale.ENGLISH, Duration.ofSeconds(5)), this.said::add)
			.provision(dashboards);
	}

	private void assertFails(MetabaseSettings settings, String message) {
		assertThatExceptionOfType(MetabaseException.class)
			.isThrownBy(() -> new MetabaseProvisioner(settings, this.said::add).provision(List.of(read(SHOP))))
			.withMessageContaining(message)
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain(settings.password(),
					settings.database().password()));
	}

	private static DashboardDefinition read(String yaml) {
		return new DashboardReader().read("shop.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
	}

	private static MetabaseSettings settings(URI url, String password, String analystPassword, Locale language,
			Duration timeout) {
		return new MetabaseSettings(url, FakeMetabase.ADMINISTRATOR, password, language, "cartpulse",
				Duration.ofMillis(300), Duration.ofMillis(2), timeout,
				new MetabaseSettings.MartDatabase("cartpulse", "127.0.0.1", 8123, "analyst", analystPassword));
	}

	private static List<String> texts(JsonNode dashboard) {
		return StreamSupport.stream(dashboard.path("dashcards").spliterator(), false)
			.filter((dashcard) -> dashcard.path("card_id").isNull())
			.map((dashcard) -> dashcard.path("visualization_settings").path("text").asString())
			.toList();
	}

}
