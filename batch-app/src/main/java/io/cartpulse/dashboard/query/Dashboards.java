package io.cartpulse.dashboard.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The dashboards that there are.
 */
public final class Dashboards {

	private final List<DashboardDefinition> definitions;

	private final Clock clock;

	Dashboards(List<DashboardDefinition> definitions, Clock clock) {
		this.definitions = List.copyOf(definitions);
		this.clock = clock;
	}

	/** All of them, in their order. */
	public List<DashboardDefinition> all() {
		return this.definitions;
	}

	/**
	 * The dashboard of a name.
	 * @throws ProblemException when there is none
	 */
	public DashboardDefinition get(String id) {
		return this.definitions.stream()
			.filter((dashboard) -> dashboard.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_DASHBOARD,
					"There are " + this.definitions.stream().map(DashboardDefinition::id).toList() + "."));
	}

	/**
	 * A card of a dashboard.
	 * @throws ProblemException when there is none
	 */
	public Card card(String dashboard, String card) {
		List<Card> cards = get(dashboard).cards();
		return cards.stream()
			.filter((one) -> one.id().equals(card))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_CARD,
					"Dashboard " + dashboard + " has " + cards.stream().map(Card::id).toList() + "."));
	}

	/**
	 * The range that a dashboard is asked for; what is left out is its default.
	 * @throws ProblemException when it is no range
	 */
	public DateRange range(String dashboard, @Nullable LocalDate from, @Nullable LocalDate to) {
		return DateRange.of(from, to, get(dashboard).defaultDays(), LocalDate.now(this.clock));
	}

}
