package io.cartpulse.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Reads the contract's times:
 * {@code date[(T| )hh:mm[:ss[.fraction]]][Z|±hh|±hhmm|±hh:mm]}, or epoch milliseconds. No
 * offset is UTC; digits beyond the sixth of a second are cut.
 */
final class TimeText {

	private static final long MICROS = 1_000_000L;

	private static final long SECONDS_A_DAY = 86_400L;

	/** ISO-8601 offsets in use reach from -12:00 to +14:00; java.time allows 18 hours. */
	private static final int MAX_OFFSET_SECONDS = 18 * 3600;

	private static final BigDecimal MICROS_A_MILLI = BigDecimal.valueOf(1000);

	/** Years 0001 to 9999. */
	private static final long MIN_MICROS = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY * MICROS;

	private static final long MAX_MICROS = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY * MICROS - 1;

	private final String text;

	private int at;

	/** Days since 1970-01-01 of the date as it is written. */
	private long epochDay;

	private TimeText(String text) {
		this.text = text;
	}

	/**
	 * Reads a moment.
	 * @param text trimmed, not empty
	 * @return microseconds since 1970-01-01T00:00Z; null when unreadable
	 */
	static @Nullable Long micros(String text) {
		Long micros = (looksLikeDate(text)) ? new TimeText(text).iso() : epochMillis(text);
		return (micros != null && micros >= MIN_MICROS && micros <= MAX_MICROS) ? micros : null;
	}

	/**
	 * Reads a date, or the date part of a moment as it is written.
	 * @param text trimmed, not empty
	 * @return the date; null when unreadable
	 */
	static @Nullable LocalDate date(String text) {
		if (!looksLikeDate(text)) {
			Long micros = micros(text);
			return (micros != null) ? LocalDate.ofEpochDay(Math.floorDiv(micros, SECONDS_A_DAY * MICROS)) : null;
		}
		TimeText reading = new TimeText(text);
		return (reading.iso() != null) ? LocalDate.ofEpochDay(reading.epochDay) : null;
	}

	private static boolean looksLikeDate(String text) {
		return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
	}

	private static @Nullable Long epochMillis(String text) {
		BigDecimal millis = DecimalText.read(text);
		if (millis == null || millis.abs().compareTo(BigDecimal.valueOf(MAX_MICROS)) > 0) {
			return null;
		}
		return millis.multiply(MICROS_A_MILLI).setScale(0, RoundingMode.FLOOR).longValueExact();
	}

	private @Nullable Long iso() {
		int year = digits(4);
		this.at++;
		int month = digits(2);
		this.at++;
		int day = digits(2);
		if (year < 0 || month < 0 || day < 0) {
			return null;
		}
		try {
			this.epochDay = LocalDate.of(year, month, day).toEpochDay();
		}
		catch (DateTimeException ex) {
			return null;
		}
		long ofDay = timeOfDay();
		if (ofDay < 0) {
			return null;
		}
		Integer offset = offset();
		if (offset == null || this.at != this.text.length()) {
			return null;
		}
		return (this.epochDay * SECONDS_A_DAY - offset) * MICROS + ofDay;
	}

	/** Microseconds of the day, 0 without a time, -1 when unreadable. */
	private long timeOfDay() {
		if (!nextIs('T') && !nextIs(' ')) {
			return 0;
		}
		this.at++;
		int hour = digits(2);
		if (hour < 0 || hour > 23 || !nextIs(':')) {
			return -1;
		}
		this.at++;
		int minute = digits(2);
		if (minute < 0 || minute > 59) {
			return -1;
		}
		long seconds = hour * 3600L + minute * 60L;
		if (!nextIs(':')) {
			return seconds * MICROS;
		}
		this.at++;
		int second = digits(2);
		if (second < 0 || second > 59) {
			return -1;
		}
		long micros = (seconds + second) * MICROS;
		if (!nextIs('.')) {
			return micros;
		}
		this.at++;
		int fraction = fraction();
		return (fraction < 0) ? -1 : micros + fraction;
	}

	private int fraction() {
		int begin = this.at;
		int fraction = 0;
		while (nextIsDigit()) {
			if (this.at - begin < 6) {
				fraction = fraction * 10 + (this.text.charAt(this.at) - '0');
			}
			this.at++;
		}
		for (int digits = this.at - begin; digits < 6; digits++) {
			fraction *= 10;
		}
		return (this.at > begin) ? fraction : -1;
	}

	/** Seconds east of UTC, null when unreadable. */
	private @Nullable Integer offset() {
		if (this.at == this.text.length()) {
			return 0;
		}
		char sign = this.text.charAt(this.at++);
		if (sign == 'Z') {
			return 0;
		}
		if (sign != '+' && sign != '-') {
			return null;
		}
		int hours = digits(2);
		int minutes = 0;
		if (this.at < this.text.length()) {
			if (nextIs(':')) {
				this.at++;
			}
			minutes = digits(2);
		}
		int seconds = hours * 3600 + minutes * 60;
		if (hours < 0 || minutes < 0 || minutes > 59 || seconds > MAX_OFFSET_SECONDS) {
			return null;
		}
		return (sign == '+') ? seconds : -seconds;
	}

	/** A number of exactly so many digits, -1 when there are not so many. */
	private int digits(int count) {
		int number = 0;
		for (int i = 0; i < count; i++) {
			if (!nextIsDigit()) {
				return -1;
			}
			number = number * 10 + (this.text.charAt(this.at++) - '0');
		}
		return number;
	}

	private boolean nextIs(char expected) {
		return this.at < this.text.length() && this.text.charAt(this.at) == expected;
	}

	private boolean nextIsDigit() {
		return this.at < this.text.length() && this.text.charAt(this.at) >= '0' && this.text.charAt(this.at) <= '9';
	}

}
