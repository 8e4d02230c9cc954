package io.cartpulse.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes numbers and times for people, all the same way.
 */
final class Figures {

	private static final String UNKNOWN = "–";

	private static final long MINUTE = 60;

	private static final long HOUR = 60 * MINUTE;

	private static final long DAY = 24 * HOUR;

	private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	/** A moment as a field for it takes it, in UTC; the page turns it too. */
	public @Nullable String field(@Nullable Instant moment) {
		return (moment != null) ? FIELD.format(moment) : null;
	}

	/** A whole number in groups of three. */
	public String number(@Nullable Number number) {
		return (number != null) ? String.format(Locale.ROOT, "%,d", number.longValue()) : UNKNOWN;
	}

	/** Rows a second: whole ones, or tenths of few. */
	public String rate(@Nullable Double rowsPerSecond) {
		if (rowsPerSecond == null) {
			return UNKNOWN;
		}
		return String.format(Locale.ROOT, (rowsPerSecond < 10) ? "%.1f" : "%,.0f", rowsPerSecond);
	}

	/** A share from 0 to 1 as whole percents; only what is done has a hundred. */
	public String percent(@Nullable Double share) {
		return (share != null) ? (int) Math.floor(share * 100) + " %" : UNKNOWN;
	}

	/** How long something takes, in its two largest units. */
	public String duration(@Nullable Number seconds) {
		if (seconds == null) {
			return UNKNOWN;
		}
		double exact = Math.max(0, seconds.doubleValue());
		if (exact < 10) {
			return String.format(Locale.ROOT, "%.1f s", exact);
		}
		long whole = Math.round(exact);
		if (whole < MINUTE) {
			return whole + " s";
		}
		if (whole < HOUR) {
			return "%d min %02d s".formatted(whole / MINUTE, whole % MINUTE);
		}
		return (whole < DAY) ? "%d h %02d min".formatted(whole / HOUR, whole % HOUR / MINUTE)
				: "%d d %02d h".formatted(whole / DAY, whole % DAY / HOUR);
	}

	/** A moment in UTC; the page turns it into the viewer's zone. */
	public String utc(@Nullable Instant moment) {
		return (moment != null) ? UTC.format(moment) : UNKNOWN;
	}

}
