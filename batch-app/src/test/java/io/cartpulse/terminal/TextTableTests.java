package io.cartpulse.terminal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of {@link TextTable}.
 */
class TextTableTests {

	@Test
	void columnsAreAsWideAsTheyNeed() {
		assertThat(new TextTable("name", ">rows", "note").row("a", "1,000", "x").row("longer", "2", "").lines())
			.containsExactly("  name     rows  note", "  a       1,000  x", "  longer      2");
	}

	@Test
	void aRowHasACellForEachColumn() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TextTable("a", "b").row("1"))
			.withMessage("1 cells for 2 columns");
	}

}
