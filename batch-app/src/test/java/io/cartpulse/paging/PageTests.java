package io.cartpulse.paging;

import java.util.List;

import io.cartpulse.paging.Page.Total;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Page}.
 */
class PageTests {

	private static final Total TOTAL = Total.of(3);

	@Test
	void namesWhereTheNextOneBegins() {
		Page<Long> page = Page.of(List.of(9L, 8L, 7L), PageRequest.of(2, null), TOTAL, Cursor::of);
		assertThat(page.items()).containsExactly(9L, 8L);
		assertThat(page.next()).isEqualTo(Cursor.of(8L).toString());
	}

	@Test
	void theLastOneHasNoNext() {
		assertThat(Page.of(List.of(9L, 8L), PageRequest.of(2, null), TOTAL, Cursor::of).next()).isNull();
		assertThat(Page.of(List.<Long>of(), PageRequest.of(2, ""), TOTAL, Cursor::of).next()).isNull();
	}

	@Test
	void countsUpToTheBound() {
		assertThat(Total.of(1000)).isEqualTo(new Total(1000, true));
		assertThat(Total.of(1001)).isEqualTo(new Total(1000, false));
	}

}
