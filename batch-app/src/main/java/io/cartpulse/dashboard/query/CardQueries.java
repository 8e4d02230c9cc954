package io.cartpulse.dashboard.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.CardColumn;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;

/**
 * Answers cards, some of them at once.
 */
public final class CardQueries {

	private static final Pattern MART = Pattern.compile("\\bdata_mart\\.([a-z][a-z0-9_]*)");

	private final MartReader marts;

	private final MartBuilds builds;

	private final QueryLimits limits;

	private final Semaphore turns;

	CardQueries(MartReader marts, QueryLimits limits) {
		this.marts = marts;
		this.builds = new MartBuilds(marts, System::nanoTime);
		this.limits = limits;
		this.turns = new Semaphore(limits.atOnce(), true);
	}

	/**
	 * Asks the marts what a card shows.
	 * @param dashboard the card's dashboard
	 * @param card a card
	 * @param range the days it is asked for
	 * @throws ProblemException when there is no answer
	 */
	public CardAnswer answer(String dashboard, Card card, DateRange range) {
		return inTurn(() -> {
			boolean follows = card.period() != null;
			// the builds first: what is swapped in between makes an answer newer than it
			// says, never older
			List<MartBuild> builds = this.builds.of(martsOf(card));
			MartRows found = this.marts.ask(card.sql(),
					follows ? Map.of("from", range.from().toString(), "to", range.to().toString()) : Map.of());
			boolean truncated = found.rows().size() > this.limits.maxRows();
			return new CardAnswer(dashboard, card.id(), follows ? range.from() : null, follows ? range.to() : null,
					columns(card, found),
					truncated ? List.copyOf(found.rows().subList(0, this.limits.maxRows())) : found.rows(), truncated,
					builds);
		});
	}

	private <T> T inTurn(Supplier<T> question) {
		takeTurn();
		try {
			return question.get();
		}
		finally {
			this.turns.release();
		}
	}

	private void takeTurn() {
		try {
			if (!this.turns.tryAcquire(this.limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
				throw new ProblemException(ProblemCode.TOO_MANY_QUERIES, "Try again in a few seconds.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProblemException(ProblemCode.STOPPING, "Try again in a few seconds.");
		}
	}

	private static Set<String> martsOf(Card card) {
		return MART.matcher(card.sql()).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	private static List<AnswerColumn> columns(Card card, MartRows found) {
		List<AnswerColumn> columns = new ArrayList<>();
		for (int i = 0; i < found.names().size(); i++) {
			CardColumn column = card.column(found.names().get(i));
			columns.add(new AnswerColumn(column.name(), found.types().get(i), column.format(), column.title()));
		}
		return columns;
	}

}
