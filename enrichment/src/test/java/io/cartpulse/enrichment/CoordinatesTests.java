package io.cartpulse.enrichment;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CoordinatesTests {

	@Test
	void hundredthsOfDegreesAreRoundedAwayFromZeroAtTheHalf() {
		assertThat(new Coordinates(new BigDecimal("48.855"), new BigDecimal("-2.345"))).hasToString("48.86,-2.35");
	}

	@Test
	void pointsOfOneRoundingAreEqual() {
		assertThat(Coordinates.of(48.8584, 2)).isEqualTo(Coordinates.of(48.861, 2.0049));
	}

	@Test
	void pointsOutsideTheWorldAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Coordinates.of(90.001, 0))
			.withMessage("no latitude: 90.001");
		assertThatIllegalArgumentException().isThrownBy(() -> Coordinates.of(0, -180.5))
			.withMessage("no longitude: -180.5");
	}

}
