package io.cartpulse.alert;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link MessageParts}.
 */
class MessagePartsTests {

	@Test
	void leavesAloneWhatFits() {
		assertThat(MessageParts.of("0123456789", 10)).containsExactly("0123456789");
		assertThat(MessageParts.of("", 10)).isEmpty();
	}

	@Test
	void cutsAtTheEndOfALine() {
		assertThat(MessageParts.of("one\ntwo\nthree", 8)).containsExactly("one\ntwo", "three");
		assertThat(MessageParts.of("01234567\n9", 8)).containsExactly("01234567", "9");
	}

	@Test
	void cutsWithinALineThatIsTooLong() {
		assertThat(MessageParts.of("a\n0123456789x", 5)).containsExactly("a", "01234", "56789", "x");
	}

	@Test
	void neverCutsACharacterInTwo() {
		assertThat(MessageParts.of("abc🔴def", 4)).containsExactly("abc", "🔴de", "f");
	}

	@Test
	void losesNothing() {
		String text = "line 🔴 of text\n".repeat(700);
		assertThat(String.join("\n", MessageParts.of(text, 4096))).isEqualTo(text);
		assertThat(MessageParts.of(text, 4096)).allMatch((part) -> part.length() <= 4096);
	}

}
