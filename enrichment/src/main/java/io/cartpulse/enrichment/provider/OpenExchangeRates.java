package io.cartpulse.enrichment.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;

import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.web.FailureKind;
import io.cartpulse.enrichment.web.Json;
import io.cartpulse.enrichment.web.WebApi;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Open Exchange Rates: closing rates of past days, and the latest ones, per US dollar.
 */
public final class OpenExchangeRates implements AutoCloseable {

	/** Stands beside its values. */
	public static final String NAME = "open-exchange-rates";

	private static final LocalDate FIRST_DAY = LocalDate.of(1999, 1, 1);

	/** A closing rate may be the one of the last trading day. */
	private static final Duration OLDEST_CLOSE = Duration.ofDays(4);

	private static final Map<String, FailureKind> ERRORS = Map.of("missing_app_id", FailureKind.UNAUTHORIZED,
			"invalid_app_id", FailureKind.UNAUTHORIZED, "not_allowed", FailureKind.NOT_IN_PLAN, "access_restricted",
			FailureKind.QUOTA_SPENT, "not_found", FailureKind.REJECTED, "invalid_base", FailureKind.REJECTED);

	private final OpenExchangeRatesSettings settings;

	private final RateReading reading;

	private final String symbols;

	private final WebApi api;

	/**
	 * The provider.
	 * @param currencies what is asked for
	 */
	public OpenExchangeRates(OpenExchangeRatesSettings settings, Collection<String> currencies,
			WebClient.Builder client) {
		this.settings = settings;
		this.reading = new RateReading(NAME, currencies);
		this.symbols = String.join(",", currencies);
		this.api = new WebApi(settings.endpoint(NAME, "app_id", settings.key()), client,
				(json) -> json.has("error") ? json.text("message") : null, ERRORS);
	}

	/** Closing rates by day. */
	public RemoteSource<LocalDate, Rates> closing() {
		return new Asked<>() {

			@Override
			public @Nullable String cannotAnswer(LocalDate day) {
				return day.isBefore(FIRST_DAY) ? "Open Exchange Rates begins on " + FIRST_DAY : null;
			}

			@Override
			public Rates ask(LocalDate day) {
				Json answer = OpenExchangeRates.this.api.get("/historical/{day}.json?base=USD&symbols={symbols}",
						Map.of("day", day, "symbols", OpenExchangeRates.this.symbols));
				Instant close = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
				return read(answer, close.minus(OLDEST_CLOSE), close.plus(Duration.ofHours(1)));
			}

		};
	}

	/** The latest rates; asked by the hour they are wanted in. */
	public RemoteSource<Instant, Rates> latest() {
		return new Asked<>() {

			@Override
			public Rates ask(Instant hour) {
				Json answer = OpenExchangeRates.this.api.get("/latest.json?base=USD&symbols={symbols}",
						Map.of("symbols", OpenExchangeRates.this.symbols));
				return read(answer, hour.minus(OLDEST_CLOSE), hour.plus(Duration.ofHours(2)));
			}

		};
	}

	@Override
	public void close() {
		this.api.close();
	}

	private Rates read(Json answer, Instant from, Instant to) {
		this.reading.requireUsDollars(answer, answer.text("base"));
		Instant quoted = answer.moment("timestamp");
		if (quoted.isBefore(from) || quoted.isAfter(to)) {
			throw answer.failure(FailureKind.OUT_OF_RANGE, "the rates are of another day");
		}
		return this.reading.rates(answer);
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
			return OpenExchangeRates.this.settings.key().isSet();
		}

		@Override
		public String switchedOnBy() {
			return OpenExchangeRatesSettings.PREFIX + ".key";
		}

		@Override
		public ProviderSettings settings() {
			return OpenExchangeRates.this.settings;
		}

	}

}
