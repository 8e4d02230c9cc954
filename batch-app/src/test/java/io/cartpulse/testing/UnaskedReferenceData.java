package io.cartpulse.testing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
 * Reference data that nobody should ask for, but for what a test overrides.
 */
public class UnaskedReferenceData implements ReferenceData {

	@Override
	public Answer<Rates> rates(LocalDate day) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Answer<Rates> latestRates() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Answer<Place> place(Coordinates at) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<Coordinates, Answer<Place>> places(Collection<Coordinates> points) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Answer<Weather> weather(PlaceHour at) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<PlaceHour, Answer<Weather>> weather(Collection<PlaceHour> points) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Reach<LocalDate> reachOfRates() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Reach<Coordinates> reachOfPlaces() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Reach<PlaceHour> reachOfWeather() {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<ProviderStatus> status() {
		throw new UnsupportedOperationException();
	}

}
