package io.cartpulse.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.enrichment.atlas.Atlas;
import io.cartpulse.enrichment.sample.SampleRates;
import io.cartpulse.generator.Surroundings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The surroundings of one run, from the providers that are on, within their budgets: each
 * value is looked up once. Traffic does not wait for them: once a look-up is refused or
 * fails, or all together have taken some seconds, the rest of the run does without.
 */
class RealSurroundings implements Surroundings {

	private static final Logger logger = LoggerFactory.getLogger(RealSurroundings.class);

	/** The last look-up may still run into its time-out. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Set<String> ON_BOARD = Set.of(Atlas.SOURCE, SampleRates.SOURCE);

	private final Source<PlaceHour, Weather> weather;

	private final Source<Coordinates, Place> places;

	private final Source<LocalDate, Rates> rates;

	private long spentNanos;

	RealSurroundings(ReferenceData data, Clock clock) {
		List<ProviderStatus> status = data.status();
		this.weather = new Source<>(data::weather, isReal(status, "weather"));
		this.places = new Source<>(data::place, isReal(status, "places"));
		LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
		// a day that is not over has no closing rates
		this.rates = new Source<>((day) -> day.isBefore(today) ? data.rates(day) : data.latestRates(),
				isReal(status, "rates"));
	}

	@Override
	public @Nullable Weather weather(PlaceHour at) {
		return this.weather.value(at);
	}

	@Override
	public @Nullable Place place(Coordinates at) {
		return this.places.value(at);
	}

	@Override
	public @Nullable Rates rates(LocalDate day) {
		return this.rates.value(day);
	}

	private static boolean isReal(List<ProviderStatus> status, String gives) {
		return status.stream()
			.anyMatch((provider) -> provider.gives().equals(gives) && provider.enabled()
					&& !ON_BOARD.contains(provider.provider()));
	}

	/**
	 * Looks values of one kind up.
	 *
	 * @param <K> what they are looked up by
	 * @param <V> the values
	 */
	private final class Source<K, V> {

		private final Function<K, Answer<V>> lookUp;

		private final Map<K, Optional<V>> known = new HashMap<>();

		private boolean asks;

		private Source(Function<K, Answer<V>> lookUp, boolean asks) {
			this.lookUp = lookUp;
			this.asks = asks;
		}

		private @Nullable V value(K key) {
			Optional<V> value = this.known.get(key);
			if (value == null) {
				if (!this.asks || RealSurroundings.this.spentNanos >= PATIENCE.toNanos()) {
					return null;
				}
				value = timed(key);
				this.known.put(key, value);
			}
			return value.orElse(null);
		}

		private Optional<V> timed(K key) {
			long begin = System.nanoTime();
			try {
				return real(this.lookUp.apply(key));
			}
			catch (RuntimeException ex) {
				this.asks = false;
				logger.warn("Cannot look {} up; the run goes on with samples", key, ex);
				return Optional.empty();
			}
			finally {
				RealSurroundings.this.spentNanos += System.nanoTime() - begin;
			}
		}

		private Optional<V> real(Answer<V> answer) {
			if (answer instanceof Answer.Pending<V> pending && pending.reason() != Answer.Reason.TOO_EARLY) {
				this.asks = false;
			}
			return (answer instanceof Answer.Found<V> found && !ON_BOARD.contains(found.source()))
					? Optional.of(found.value()) : Optional.empty();
		}

	}

}
