package io.cartpulse.execution;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link KeptProgress}.
 */
class KeptProgressTests {

	private final KeptProgress kept = new KeptProgress();

	@Test
	void neverGoesBack() {
		assertThat(this.kept.atLeast(1, 0.5)).isEqualTo(0.5);
		assertThat(this.kept.atLeast(1, 0.4)).isEqualTo(0.5);
		assertThat(this.kept.atLeast(1, null)).isEqualTo(0.5);
		assertThat(this.kept.atLeast(2, 0.1)).isEqualTo(0.1);
	}

	@Test
	void onlyTheEndIsTheWhole() {
		assertThat(this.kept.atLeast(1, 1.0)).isLessThan(1);
		assertThat(this.kept.atLeast(2, null)).isNull();
	}

}
