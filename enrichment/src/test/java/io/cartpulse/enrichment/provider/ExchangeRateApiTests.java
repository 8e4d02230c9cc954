package io.cartpulse.enrichment.provider;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.testing.MovableClock;
import io.cartpulse.enrichment.web.FailureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeRateApiTests extends ProviderContract {

	private static final LocalDate YESTERDAY = LocalDate.of(2026, 7, 10);

	private @Nullable ExchangeRateApi provider;

	@Override
	Rates ask() {
		return provider().closing().ask(YESTERDAY);
	}

	@Override
	String properAnswer() {
		return answer("USD", "2026-07-11T00:02:31Z");
	}

	@Override
	FailureKind ofAnotherKind() {
		return FailureKind.REJECTED;
	}

	@Override
	void close() {
		provider().close();
	}

	@Test
	void ratesRenewedAfterMidnightCloseTheDayBefore() {
		server.answer(200, properAnswer());
		assertThat(ask().perUsDollar()).containsEntry("EUR", new BigDecimal("0.9013"))
			.containsEntry("RUB", new BigDecimal("91"))
			.hasSize(2);
		assertThat(server.requests()).containsExactly("/base/latest/USD");
	}

	@Test
	void latestRatesAreThoseOfTheDay() {
		server.answer(200, properAnswer());
		assertThat(provider().latest().ask(Instant.parse("2026-07-11T05:00:00Z")).perUsDollar()).hasSize(2);
	}

	@Test
	void ratesNotRenewedYetAreNotOut() {
		server.answer(200, answer("USD", "2026-07-10T00:02:31Z"));
		assertFails(FailureKind.NOT_YET);
	}

	@Test
	void ratesRenewedAgainAreOfAnotherDay() {
		server.answer(200, answer("USD", "2026-07-12T00:02:31Z"));
		assertFails(FailureKind.OUT_OF_RANGE);
	}

	@Test
	void ratesPerAnotherCurrencyAreRefused() {
		server.answer(200, answer("EUR", "2026-07-11T00:02:31Z"));
		assertFails(FailureKind.WRONG_UNITS);
	}

	@ParameterizedTest
	@CsvSource({ "unsupported-code,REJECTED", "quota-reached,QUOTA_SPENT", "inactive-account,UNAUTHORIZED",
			"no-data-available,EMPTY", "something-new,REJECTED" })
	void documentedErrorsAreToldApart(String type, FailureKind kind) {
		server.answer(200, "{\"result\":\"error\",\"error-type\":\"" + type + "\"}");
		assertFails(kind);
	}

	@Test
	void olderDaysAreNotAsked() {
		assertThat(provider().closing().cannotAnswer(YESTERDAY.minusDays(1)))
			.contains("cartpulse.enrichment.open-exchange-rates.key");
		assertThat(provider().closing().cannotAnswer(YESTERDAY)).isNull();
	}

	private static String answer(String base, String renewed) {
		return "{\"result\":\"success\",\"provider\":\"https://www.exchangerate-api.com\",\"time_last_update_unix\":"
				+ Instant.parse(renewed).getEpochSecond() + ",\"time_eol_unix\":0,\"base_code\":\"" + base
				+ "\",\"rates\":{\"USD\":1,\"EUR\":0.9013,\"RUB\":91}}";
	}

	private ExchangeRateApi provider() {
		if (this.provider == null) {
			this.provider = new ExchangeRateApi(settings(ExchangeRateApiSettings.PREFIX, ExchangeRateApiSettings.class),
					List.of("EUR", "RUB"), client(), new MovableClock("2026-07-11T05:00:00Z"));
		}
		return this.provider;
	}

}
