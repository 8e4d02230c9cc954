package io.cartpulse.dds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LoadModeTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "incremental", "INCREMENTAL" })
	void isIncrementalUnlessItSaysElse(String text) {
		assertThat(LoadMode.of(text)).isEqualTo(LoadMode.INCREMENTAL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rebuild", "Rebuild", " rebuild " })
	void isRebuildWhenAskedFor(String text) {
		assertThat(LoadMode.of(text)).isEqualTo(LoadMode.REBUILD);
	}

	@Test
	void namesTheModesThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> LoadMode.of("again"))
			.withMessage("mode=again is not known; say mode=incremental or mode=rebuild");
	}

}
