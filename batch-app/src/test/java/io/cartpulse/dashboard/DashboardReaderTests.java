package io.cartpulse.dashboard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link DashboardReader}.
 */
class DashboardReaderTests {

	private static final String SHOP = """
			id: shop
			position: 3
			title: {en: Shop, ru: Магазин}
			description: {en: All of it, ru: Весь}
			default-days: 14
			cards:
			  - id: revenue
			    title: {en: Revenue, ru: Выручка}
			    description: {en: What came in, ru: Сколько пришло}
			    picture: {kind: stacked-bar, x: event_date, y: [revenue]}
			    period: daily.event_date
			    columns:
			      - {name: event_date, format: date, title: {en: Day, ru: День}}
			      - {name: revenue, format: money, title: {en: Revenue, ru: Выручка}}
			    layout: {column: 0, row: 0, width: 12, height: 6}
			    sql: |
			      select event_date, revenue
			      from data_mart.daily
			      where event_date between {from:Date} and {to:Date}
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

	private static final Pattern TABLE = Pattern.compile("\\b(?:from|join)\\s+([a-z_0-9]+(?:\\.[a-z_0-9]+)?)");

	private static final Pattern NAMED_RESULT = Pattern.compile("(?:\\bwith|,)\\s+([a-z_0-9]+) as \\(");

	private final DashboardReader reader = new DashboardReader();

	@Test
	void readsADashboard() {
		DashboardDefinition shop = read(SHOP);
		assertThat(shop.id()).isEqualTo("shop");
		assertThat(shop.position()).isEqualTo(3);
		assertThat(shop.defaultDays()).isEqualTo(14);
		assertThat(shop.hasPeriod()).isTrue();
		Card revenue = shop.cards().get(0);
		assertThat(revenue.picture())
			.isEqualTo(new Picture(Picture.Kind.STACKED_BAR, "event_date", List.of("revenue"), null, null, List.of()));
		assertThat(revenue.period()).isEqualTo(new Period("daily", "event_date"));
		assertThat(revenue.column("revenue").format()).isEqualTo(Format.MONEY);
		assertThat(revenue.layout()).isEqualTo(new Layout(0, 0, 12, 6));
		assertThat(shop.cards().get(1).period()).isNull();
	}

	@Test
	void speaksTheReadersLanguage() {
		LocalText title = read(SHOP).title();
		assertThat(title.in(Locale.forLanguageTag("ru-RU"))).isEqualTo("Магазин");
		assertThat(title.in(Locale.FRENCH)).isEqualTo("Shop");
	}

	@Test
	void toolsPutTheirOwnConditionOnTheDays() {
		List<Card> cards = read(SHOP).cards();
		assertThat(cards.get(0).sqlWith("{{period}}")).endsWith("from data_mart.daily\nwhere {{period}}");
		assertThat(cards.get(1).sqlWith("{{period}}")).isEqualTo(cards.get(1).sql());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					position: 3              | position: 3\\ncolour: red | colour: is not known; known here are [
					width: 12                | width: 12, depth: 1      | cards[0].layout.depth: is not known
					width: 12                | width: wide              | cards[0].layout.width: Cannot coerce String value ("wide") to `int` value
					id: shop                 | id: My Shop              | id My Shop is not of lower-case words
					default-days: 14         | default-days: 0          | default-days is at least 1
					{en: Revenue, ru         | {en: Revenue, de: Umsatz, ru | cards[0].title.de: is not known; known here are [en, ru]
					{en: Shop, ru: Магазин}  | {en: Shop}               | title: ru is missing
					layout: {column: 12      | layout: {column: 11      | cards revenue and users overlap
					layout: {column: 12      | layout: {column: 13      | cards[1].layout: column 13 and width 12 leave the grid of 24
					row: 0                   | row: -1                  | cards[0].layout: column and row begin at 0
					id: users                | id: revenue              | cards has revenue twice
					name: revenue            | name: event_date         | cards[0]: columns has event_date twice
					y: [revenue]             | y: [income]              | cards[0]: picture draws column income; columns are [event_date, revenue]
					y: [revenue]             | y: [event_date]          | cards[0]: picture measures column event_date
					x: event_date, y         | y                        | cards[0].picture: a stacked-bar takes an x
					kind: number             | kind: table              | cards[1].picture: a table takes no y
					kind: number             | kind: pie                | cards[1].picture: a pie takes an x
					kind: number             | kind: gauge              | cards[1].picture.kind: Cannot deserialize value
					y: [users]               | y: [users, users2]       | cards[1].picture: a number takes one y
					y: [revenue]}            | y: [revenue], previous: revenue} | cards[0].picture: previous belongs to a number
					y: [users]}              | y: [users], series: users} | cards[1].picture: a series splits the one y
					period: daily.event_date | period: event_date       | cards[0].period: period event_date is not of the form mart.column
					period: daily.event_date | period: daily.day        | write day between {from:Date} and {to:Date}
					period: daily.event_date\\n    columns | columns | cards[0]: sql has a parameter
					data_mart.users          | data_mart.users where id={id:UInt8} | cards[1]: sql has a parameter
					y: [users]}              | y: [users], shaded: [users]} | cards[1].picture: shaded belongs to a table
					, height: 6              | ''                       | cards[0].layout.height: is missing
					position: 3              | position: 3\\nposition: 4 | no YAML: while constructing a mapping
					""")
	void saysWhatIsWrongAndWhere(String text, String instead, String message) {
		String yaml = SHOP.replaceFirst(Pattern.quote(text.replace("\\n", "\n")),
				(instead != null) ? instead.replace("\\n", "\n") : "");
		assertThat(yaml).isNotEqualTo(SHOP);
		assertThatExceptionOfType(InvalidDashboardException.class).isThrownBy(() -> read(yaml))
			.withMessageStartingWith("dashboard shop.yaml: ")
			.withMessageContaining(message);
	}

	@Test
	void anEmptyFileIsNoDashboard() {
		assertThatExceptionOfType(InvalidDashboardException.class).isThrownBy(() -> read(""))
			.withMessage("dashboard shop.yaml: the file is empty");
	}

	@Test
	void theDashboardsOfTheProductComeInTheirOrder() {
		assertThat(this.reader.readAll()).extracting(DashboardDefinition::id)
			.containsExactly("overview", "products", "users", "sessions", "campaigns", "geography", "weather",
					"attention", "data-quality");
	}

	@Test
	void cardsReadTheMartsAlone() {
		for (DashboardDefinition dashboard : this.reader.readAll()) {
			for (Card card : dashboard.cards()) {
				List<String> own = NAMED_RESULT.matcher(card.sql()).results().map((found) -> found.group(1)).toList();
				assertThat(TABLE.matcher(card.sql()).results().map((found) -> found.group(1)))
					.as(dashboard.id() + "/" + card.id())
					.isNotEmpty()
					.allMatch((table) -> table.startsWith("data_mart.") || own.contains(table));
			}
		}
	}

	private DashboardDefinition read(String yaml) {
		return this.reader.read("shop.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
	}

}
