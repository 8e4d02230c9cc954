package io.cartpulse.dashboard.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.CardColumn;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Answers cards, some of them at once.
 */
public final class CardQueries {

	private static final Pattern MART = Pattern.compile("\\bdata_mart\\.([a-z][a-z0-9_]*)");

	private static final String FIND_BUILDS = SqlFile.read(CardQueries.class, "find-builds.sql");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final MartReader marts;

	private final QueryLimits limits;

	private final Semaphore turns;

	CardQueries(MartReader marts, QueryLimits limits) {
		this.marts = marts;
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
			List<MartBuild> builds = builds(card);
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

	private List<MartBuild> builds(Card card) {
		TreeSet<String> names = new TreeSet<>();
		MART.matcher(card.sql()).results().forEach((found) -> names.add(found.group(1)));
		return this.marts.ask(FIND_BUILDS, Map.of("marts", String.join(",", names)))
			.rows()
			.stream()
			.map(CardQueries::build)
			.toList();
	}

	private static MartBuild build(List<@Nullable Object> row) {
		return new MartBuild(String.valueOf(row.get(0)), Long.parseLong(String.valueOf(row.get(1))),
				instant(String.valueOf(row.get(2))));
	}

	private static Instant instant(String written) {
		return LocalDateTime.parse(written, TIME).toInstant(ZoneOffset.UTC);
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
