package io.cartpulse.enrichment.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.web.ApiKey;
import io.cartpulse.enrichment.web.FailureKind;
import io.cartpulse.enrichment.web.Json;
import io.cartpulse.enrichment.web.WebApi;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The open endpoint of ExchangeRate-API: rates per US dollar without a key, renewed once
 * a day shortly after midnight UTC, so that they close the day before.
 */
public final class ExchangeRateApi implements AutoCloseable {

	/** Stands beside its values. */
	public static final String NAME = "exchange-rate-api";

	private static final Duration RENEWED_WITHIN = Duration.ofDays(2);

	private static final Map<String, FailureKind> ERRORS = Map.of("unsupported-code", FailureKind.REJECTED,
			"malformed-request", FailureKind.REJECTED, "invalid-key", FailureKind.UNAUTHORIZED, "inactive-account",
			FailureKind.UNAUTHORIZED, "quota-reached", FailureKind.QUOTA_SPENT, "plan-upgrade-required",
			FailureKind.NOT_IN_PLAN, "no-data-available", FailureKind.EMPTY);

	private final ExchangeRateApiSettings settings;

	private final RateReading reading;

	private final WebApi api;

	private final Clock clock;

	/**
	 * The provider.
	 * @param currencies what is taken from its answers
	 * @param clock tells which day is the last that closed
	 */
	public ExchangeRateApi(ExchangeRateApiSettings settings, Collection<String> currencies, WebClient.Builder client,
			Clock clock) {
		this.settings = settings;
		this.reading = new RateReading(NAME, currencies);
		this.api = new WebApi(settings.endpoint(NAME, "", ApiKey.of("")), client, ExchangeRateApi::errorCode, ERRORS);
		this.clock = clock;
	}

	/** Closing rates of yesterday. */
	public RemoteSource<LocalDate, Rates> closing() {
		return new Asked<>() {

			@Override
			public @Nullable String cannotAnswer(LocalDate day) {
				LocalDate today = LocalDate.ofInstant(ExchangeRateApi.this.clock.instant(), ZoneOffset.UTC);
				return day.isBefore(today.minusDays(1)) ? "ExchangeRate-API's open endpoint knows yesterday only: set "
						+ OpenExchangeRatesSettings.PREFIX + ".key for older days" : null;
			}

			@Override
			public Rates ask(LocalDate day) {
				return askFor(day.plusDays(1));
			}

		};
	}

	/** The latest rates; asked by the hour they are wanted in. */
	public RemoteSource<Instant, Rates> latest() {
		return new Asked<>() {

			@Override
			public Rates ask(Instant hour) {
				Json answer = latestAnswer();
				Duration age = Duration.between(answer.moment("time_last_update_unix"), hour);
				if (age.compareTo(RENEWED_WITHIN) > 0 || age.toHours() < -2) {
					throw answer.failure(FailureKind.OUT_OF_RANGE, "the rates are of another day");
				}
				return ExchangeRateApi.this.reading.rates(answer);
			}

		};
	}

	@Override
	public void close() {
		this.api.close();
	}

	private Rates askFor(LocalDate renewed) {
		Json answer = latestAnswer();
		LocalDate given = LocalDate.ofInstant(answer.moment("time_last_update_unix"), ZoneOffset.UTC);
		if (given.isBefore(renewed)) {
			throw answer.failure(FailureKind.NOT_YET, "the rates of that day are not out yet");
		}
		if (given.isAfter(renewed)) {
			throw answer.failure(FailureKind.OUT_OF_RANGE, "the rates are of another day");
		}
		return this.reading.rates(answer);
	}

	private Json latestAnswer() {
		Json answer = this.api.get("/latest/USD", Map.of());
		this.reading.requireUsDollars(answer, answer.text("base_code"));
		return answer;
	}

	private static @Nullable String errorCode(Json json) {
		if ("success".equals(json.text("result"))) {
			return null;
		}
		String type = json.text("error-type");
		return (type != null) ? type : "";
	}

	/**
	 * What both have in common.
	 *
	 * @param <K> what they are asked by
	 */
	private abstract class Asked<K> implements RemoteSource<K, Rates> {

		@Override
		public String name() {
			return NAME;
		}

		@Override
		public boolean isOn() {
			return ExchangeRateApi.this.settings.enabled();
		}

		@Override
		public String switchedOnBy() {
			return ExchangeRateApiSettings.PREFIX + ".enabled";
		}

		@Override
		public ProviderSettings settings() {
			return ExchangeRateApi.this.settings;
		}

	}

}
