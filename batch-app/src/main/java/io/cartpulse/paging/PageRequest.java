package io.cartpulse.paging;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many rows at most
 * @param cursor where the page before ended, or nothing for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {

	/** The most rows of a page. */
	public static final int MOST = 200;

	/** The rows of a page unless asked otherwise. */
	public static final int USUAL = 50;

	public PageRequest {
		if (limit < 1 || limit > MOST) {
			throw new ProblemException(ProblemCode.MALFORMED_PARAMETER,
					"limit must be a number from 1 to " + MOST + "; left out it is " + USUAL);
		}
		cursor = (cursor != null && !cursor.isEmpty()) ? cursor : null;
	}

	/**
	 * What a request says.
	 * @param limit its limit, if it has one
	 * @param cursor its cursor, if it has one
	 */
	public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
		return new PageRequest((limit != null) ? limit : USUAL, cursor);
	}

	/**
	 * Where the page before ended.
	 * @param length how many numbers the list's key has
	 */
	public @Nullable Cursor after(int length) {
		return (this.cursor != null) ? Cursor.parse(this.cursor, length) : null;
	}

}
