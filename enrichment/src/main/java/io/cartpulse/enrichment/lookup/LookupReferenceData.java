package io.cartpulse.enrichment.lookup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.Reach;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.Weather;

/**
 * Reference data by one look-up for each subject.
 *
 * @param dayRates closing rates by day
 * @param hourRates the latest rates, by the hour they are wanted in
 * @param placesByPoint places
 * @param weatherByHour weather
 * @param clock tells which hour is now
 */
record LookupReferenceData(Lookup<LocalDate, Rates> dayRates, Lookup<Instant, Rates> hourRates,
		Lookup<Coordinates, Place> placesByPoint, Lookup<PlaceHour, Weather> weatherByHour,
		Clock clock) implements ReferenceData {

	@Override
	public Answer<Rates> rates(LocalDate day) {
		return this.dayRates.find(day);
	}

	@Override
	public Answer<Rates> latestRates() {
		return this.hourRates.find(this.clock.instant().truncatedTo(ChronoUnit.HOURS));
	}

	@Override
	public Answer<Place> place(Coordinates at) {
		return this.placesByPoint.find(at);
	}

	@Override
	public Map<Coordinates, Answer<Place>> places(Collection<Coordinates> points) {
		return this.placesByPoint.findAll(points);
	}

	@Override
	public Answer<Weather> weather(PlaceHour at) {
		return this.weatherByHour.find(at);
	}

	@Override
	public Map<PlaceHour, Answer<Weather>> weather(Collection<PlaceHour> points) {
		return this.weatherByHour.findAll(points);
	}

	@Override
	public Reach<LocalDate> reachOfRates() {
		return this.dayRates;
	}

	@Override
	public Reach<Coordinates> reachOfPlaces() {
		return this.placesByPoint;
	}

	@Override
	public Reach<PlaceHour> reachOfWeather() {
		return this.weatherByHour;
	}

	@Override
	public List<ProviderStatus> status() {
		return Stream.of(this.dayRates, this.hourRates, this.placesByPoint, this.weatherByHour)
			.flatMap((lookup) -> lookup.status().stream())
			.toList();
	}

}
