package io.cartpulse.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every card of every dashboard, asked as the one who may only read the marts.
 */
class CardsIntegrationTests {

	private static final LocalDate FROM = SimulatedStore.OPENING.plusDays(14);

	/** Records have the Kafka timestamps of the test's own day. */
	private static final LocalDate TO = LocalDate.now().plusDays(1);

	private static final Pattern NUMBER = Pattern.compile("(U?Int\\d+|Float64|Decimal\\(.*\\))");

	private static final Pattern TEXT = Pattern.compile("String|LowCardinality\\(String\\)");

	@TestFactory
	Stream<DynamicTest> everyCardAnswersWithItsColumns() {
		Analyst analyst = SimulatedStore.start().analyst();
		return new DashboardReader().readAll()
			.stream()
			.flatMap((dashboard) -> dashboard.cards()
				.stream()
				.map((card) -> DynamicTest.dynamicTest(dashboard.id() + "/" + card.id(),
						() -> check(card, analyst.ask(card, FROM, TO)))));
	}

	private static void check(Card card, Analyst.Answer answer) {
		assertThat(answer.columns()).isEqualTo(card.columns().stream().map(CardColumn::name).toList());
		for (int i = 0; i < answer.types().size(); i++) {
			assertThat(answer.types().get(i).replaceFirst("^Nullable\\((.*)\\)$", "$1")).as(answer.columns().get(i))
				.matches(typeOf(card.columns().get(i).format()));
		}
		assertThat(answer.rows()).isNotEmpty();
		for (String measure : card.picture().y()) {
			int index = answer.columns().indexOf(measure);
			assertThat(answer.rows()).as(measure).anyMatch((row) -> isPositive(row, index));
		}
	}

	private static boolean isPositive(List<JsonNode> row, int index) {
		return row.get(index).isNumber() && row.get(index).decimalValue().signum() > 0;
	}

	private static Pattern typeOf(Format format) {
		return switch (format) {
			case TEXT -> TEXT;
			case DATE -> Pattern.compile("Date");
			case TIME -> Pattern.compile("DateTime.*");
			default -> NUMBER;
		};
	}

}
