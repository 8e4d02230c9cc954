package io.cartpulse.enrichment.provider;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.testing.SearchedLog;
import io.cartpulse.enrichment.web.FailureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenExchangeRatesTests extends ProviderContract {

	private static final LocalDate DAY = LocalDate.of(2026, 7, 10);

	private static final Instant HOUR = Instant.parse("2026-07-12T10:00:00Z");

	private @Nullable OpenExchangeRates provider;

	@Override
	Rates ask() {
		return provider().closing().ask(DAY);
	}

	@Override
	String properAnswer() {
		return answer("USD", "2026-07-10T23:59:58Z", "\"EUR\":0.857,\"RUB\":90.12345678901234567,\"AED\":3.673");
	}

	@Override
	FailureKind ofAnotherKind() {
		return FailureKind.WRONG_UNITS;
	}

	@Override
	void close() {
		provider().close();
	}

	@Test
	void closingRatesOfADayAreAsked() {
		server.answer(200, properAnswer());
		assertThat(ask().perUsDollar())
			.isEqualTo(Map.of("EUR", new BigDecimal("0.857"), "RUB", new BigDecimal("90.12345678901234567")));
		assertThat(server.requests())
			.containsExactly("/base/historical/2026-07-10.json?base=USD&symbols=EUR%2CRUB&app_id=" + KEY_IN_QUERY);
	}

	@Test
	void keyIsAddedOnceToEachRequestOfAConnection() {
		server.answer(200, properAnswer());
		ask();
		ask();
		assertThat(server.requests()).hasSize(2).allSatisfy((url) -> assertThat(url).containsOnlyOnce("app_id="));
	}

	@Test
	void latestRatesAreAsked() {
		server.answer(200, answer("USD", "2026-07-12T09:00:00Z", "\"EUR\":0.9,\"RUB\":91"));
		assertThat(provider().latest().ask(HOUR).perUsDollar()).containsEntry("RUB", new BigDecimal("91"));
		assertThat(server.requests())
			.containsExactly("/base/latest.json?base=USD&symbols=EUR%2CRUB&app_id=" + KEY_IN_QUERY);
	}

	@ParameterizedTest
	@CsvSource({ "401,missing_app_id,UNAUTHORIZED", "401,invalid_app_id,UNAUTHORIZED", "429,not_allowed,NOT_IN_PLAN",
			"403,access_restricted,QUOTA_SPENT", "404,not_found,REJECTED", "400,invalid_base,REJECTED",
			"429,something_new,QUOTA_SPENT" })
	void documentedErrorsAreToldApart(int status, String message, FailureKind kind) {
		server.answer(status, "{\"error\":true,\"status\":" + status + ",\"message\":\"" + message
				+ "\",\"description\":\"See the documentation.\"}");
		assertFails(kind);
	}

	@Test
	void messageNamesTheDocumentedErrorAndNothingElse() {
		server.answer(401, "{\"error\":true,\"message\":\"invalid_app_id\",\"description\":\"x\"}");
		assertThat(failure()).hasMessage("open-exchange-rates: HTTP 401 (invalid_app_id)");
		server.answer(401, "{\"error\":true,\"message\":\"" + KEY + "\"}");
		assertThat(failure()).hasMessage("open-exchange-rates: HTTP 401");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|',
			value = { "EUR,|\"EUR\":1,\"RUB\":90|,WRONG_UNITS", "USD,|\"EUR\":1,\"RUB\":90,\"USD\":1.1|,WRONG_UNITS",
					"USD,|\"GBP\":1|,EMPTY", "USD,|\"EUR\":null|,EMPTY", "USD,||,EMPTY",
					"USD,|\"EUR\":\"1\",\"RUB\":90|,MALFORMED", "USD,|\"EUR\":0,\"RUB\":90|,OUT_OF_RANGE",
					"USD,|\"EUR\":-1,\"RUB\":90|,OUT_OF_RANGE", "USD,|\"EUR\":1e400,\"RUB\":90|,OUT_OF_RANGE",
					"USD,|\"EUR\":1,\"EUR\":2,\"RUB\":90|,MALFORMED" })
	void unbelievableRatesAreRefused(String base, String rates, FailureKind kind) {
		server.answer(200, answer(base, "2026-07-10T23:59:58Z", rates));
		assertFails(kind);
	}

	@Test
	void currencyTheProviderDoesNotKnowIsLeftOutAndToldOnce() {
		server.answer(200, answer("USD", "2026-07-10T23:59:58Z", "\"EUR\":0.857"));
		try (SearchedLog log = SearchedLog.open()) {
			assertThat(ask().perUsDollar()).isEqualTo(Map.of("EUR", new BigDecimal("0.857")));
			ask();
			assertThat(log.text()).containsOnlyOnce("open-exchange-rates has no rate for RUB");
		}
	}

	@ParameterizedTest
	@CsvSource({ "2026-07-12T00:00:00Z", "2026-07-05T23:00:00Z" })
	void ratesOfAnotherDayAreRefused(String quoted) {
		server.answer(200, answer("USD", quoted, "\"EUR\":1,\"RUB\":90"));
		assertFails(FailureKind.OUT_OF_RANGE);
	}

	@Test
	void lastTradingDaysCloseIsTaken() {
		server.answer(200, answer("USD", "2026-07-08T21:00:00Z", "\"EUR\":1,\"RUB\":90"));
		assertThat(ask().perUsDollar()).hasSize(2);
	}

	@Test
	void daysBeforeItBeganAreNotAsked() {
		assertThat(provider().closing().cannotAnswer(LocalDate.of(1998, 12, 31))).contains("1999-01-01");
		assertThat(provider().closing().cannotAnswer(DAY)).isNull();
	}

	private static String answer(String base, String quoted, String rates) {
		return "{\"disclaimer\":\"Usage subject to terms\",\"license\":\"Licensed\",\"timestamp\":"
				+ Instant.parse(quoted).getEpochSecond() + ",\"base\":\"" + base + "\",\"rates\":{"
				+ ((rates != null) ? rates : "") + "}}";
	}

	private OpenExchangeRates provider() {
		if (this.provider == null) {
			this.provider = new OpenExchangeRates(
					settings(OpenExchangeRatesSettings.PREFIX, OpenExchangeRatesSettings.class), List.of("EUR", "RUB"),
					client());
		}
		return this.provider;
	}

}
