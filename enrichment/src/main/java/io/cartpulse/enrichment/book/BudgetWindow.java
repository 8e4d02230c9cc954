package io.cartpulse.enrichment.book;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The spans of time that budgets are for, in UTC.
 */
enum BudgetWindow {

	MINUTE, DAY, MONTH;

	/** The beginning of the window that a moment is in. */
	Instant start(Instant moment) {
		return switch (this) {
			case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
			case DAY -> moment.truncatedTo(ChronoUnit.DAYS);
			case MONTH -> month(moment).toInstant();
		};
	}

	/** The beginning of the next one. */
	Instant end(Instant moment) {
		return switch (this) {
			case MINUTE -> start(moment).plus(1, ChronoUnit.MINUTES);
			case DAY -> start(moment).plus(1, ChronoUnit.DAYS);
			case MONTH -> month(moment).plusMonths(1).toInstant();
		};
	}

	@Nullable Integer limit(BudgetLimits limits) {
		return switch (this) {
			case MINUTE -> limits.perMinute();
			case DAY -> limits.perDay();
			case MONTH -> limits.perMonth();
		};
	}

	/** As columns and people call it. */
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	private static ZonedDateTime month(Instant moment) {
		return moment.atZone(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
	}

}
