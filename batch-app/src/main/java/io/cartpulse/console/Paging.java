package io.cartpulse.console;

import io.cartpulse.paging.Page;
import io.cartpulse.paging.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * How long a list is, and where its other pages are.
 *
 * @param total how many rows it has
 * @param newest the query of its first page, where that is not the one shown
 * @param older the query of the next page, where there is one
 */
record Paging(Page.Total total, @Nullable String newest, @Nullable String older) {

	private static final String CURSOR = "cursor";

	/** About as many rows as are read before something else is asked for. */
	private static final int ROWS = 50;

	static PageRequest request(@Nullable String cursor) {
		return PageRequest.of(ROWS, cursor);
	}

	/** The paging of a page that the current request asked for with a cursor. */
	static Paging of(Page<?> page, @Nullable String cursor) {
		String newest = (Asked.text(cursor) != null) ? query(null) : null;
		return new Paging(page.total(), newest, (page.next() != null) ? query(page.next()) : null);
	}

	private static String query(@Nullable String cursor) {
		ServletUriComponentsBuilder address = ServletUriComponentsBuilder.fromCurrentRequest();
		address.replaceQueryParam(CURSOR, (cursor != null) ? new Object[] { cursor } : new Object[0]);
		String query = address.build().getQuery();
		return "?" + ((query != null) ? query : "");
	}

}
