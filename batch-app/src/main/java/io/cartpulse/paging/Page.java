package io.cartpulse.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param <T> what is listed
 * @param items the page's rows
 * @param next the cursor of the next page; nothing at the end of the list
 * @param total how many rows the whole list has
 */
public record Page<T>(List<T> items, @Nullable String next, Total total) {

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * Makes a page of rows that were read with one more than asked for.
	 * @param rows the rows
	 * @param request what was asked for
	 * @param total how many there are in all
	 * @param key the key of a row
	 */
	public static <T> Page<T> of(List<T> rows, PageRequest request, Total total, Function<T, Cursor> key) {
		if (rows.size() <= request.limit()) {
			return new Page<>(rows, null, total);
		}
		List<T> items = rows.subList(0, request.limit());
		return new Page<>(items, key.apply(items.get(items.size() - 1)).toString(), total);
	}

	/** The same page with its rows seen in another way. */
	public <R> Page<R> map(Function<T, R> view) {
		return new Page<>(this.items.stream().map(view).toList(), this.next, this.total);
	}

	/**
	 * How long a list is; it is counted up to a bound.
	 *
	 * @param count the rows, at most the bound
	 * @param exact whether there are no more than these
	 */
	public record Total(long count, boolean exact) {

		/** Up to how many rows are counted. */
		public static final int BOUND = 1000;

		/** What counting up to one more than the bound gave. */
		public static Total of(long counted) {
			return new Total(Math.min(counted, BOUND), counted <= BOUND);
		}

	}

}
