package io.cartpulse.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;

/**
 * Where a page ended: the key of its last row. It stays valid whatever is added.
 *
 * @param key the key's numbers, moments as microseconds since 1970
 */
public record Cursor(List<Long> key) {

	/** The largest key there can be, and far too short to be a burden. */
	private static final int LONGEST_TEXT = 200;

	public Cursor {
		key = List.copyOf(key);
	}

	public static Cursor of(Long... key) {
		return new Cursor(Arrays.asList(key));
	}

	/**
	 * Reads a cursor.
	 * @param text as {@link #toString()} gave it
	 * @param length how many numbers the key has
	 * @throws ProblemException when it is no such cursor
	 */
	public static Cursor parse(String text, int length) {
		try {
			if (text.length() <= LONGEST_TEXT) {
				String numbers = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
				Cursor cursor = new Cursor(Arrays.stream(numbers.split("~")).map(Long::valueOf).toList());
				if (cursor.key().size() == length) {
					return cursor;
				}
			}
		}
		catch (IllegalArgumentException ex) {
			// told below, like all that is no cursor
		}
		throw new ProblemException(ProblemCode.MALFORMED_CURSOR,
				"cursor is not one that this list gave; leave it out to begin at the newest");
	}

	public long number(int index) {
		return this.key.get(index);
	}

	/** A number of the key that stands for a moment. */
	public Instant moment(int index) {
		return Instant.EPOCH.plus(number(index), ChronoUnit.MICROS);
	}

	/** A number of the key that stands for a moment of a column without zone. */
	public LocalDateTime localMoment(int index) {
		return LocalDateTime.ofInstant(moment(index), ZoneOffset.UTC);
	}

	/** A moment as a number of a key. */
	public static long micros(Instant moment) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
	}

	/** The cursor as a text for addresses. */
	@Override
	public String toString() {
		String numbers = this.key.stream().map(String::valueOf).collect(Collectors.joining("~"));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(numbers.getBytes(StandardCharsets.US_ASCII));
	}

}
