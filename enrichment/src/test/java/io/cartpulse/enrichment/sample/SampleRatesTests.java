package io.cartpulse.enrichment.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.cartpulse.enrichment.Rates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SampleRatesTests {

	private static final LocalDate DAY = LocalDate.of(2026, 7, 5);

	@Test
	void ratesMoveSlowlyAroundTheTable() {
		assertThat(SampleRates.perUsDollar("EUR", LocalDate.EPOCH)).isEqualByComparingTo("0.92");
		for (int day = 0; day < 400; day++) {
			BigDecimal rate = SampleRates.perUsDollar("RUB", DAY.plusDays(day));
			assertThat(rate).isBetween(new BigDecimal("82.8"), new BigDecimal("97.2"));
			assertThat(rate.subtract(SampleRates.perUsDollar("RUB", DAY.plusDays(day + 1))).abs())
				.isLessThan(new BigDecimal("0.6"));
		}
	}

	@Test
	void onlyCurrenciesOfTheTableAreAnswered() {
		Rates rates = SampleRates.on(DAY, List.of("EUR", "RUB", "XTS"));
		assertThat(rates.perUsDollar()).containsOnlyKeys("EUR", "RUB")
			.containsEntry("EUR", SampleRates.perUsDollar("EUR", DAY));
	}

	@Test
	void unknownCurrencyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> SampleRates.perUsDollar("XTS", DAY))
			.withMessage("no sample rate for XTS");
	}

}
