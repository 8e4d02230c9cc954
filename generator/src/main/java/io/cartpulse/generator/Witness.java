package io.cartpulse.generator;

import java.math.BigDecimal;
import java.time.Instant;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is known of the surroundings into messages, in place of the samples.
 *
 * @param surroundings what is known
 */
record Witness(Surroundings surroundings) {

	WireMessage tell(WireMessage message) {
		if (message instanceof WireMessage.StoreEvent event) {
			return new WireMessage.StoreEvent(event.eventId(), event.eventType(), event.timestamp(), event.userId(),
					event.sessionId(), event.product(), event.orderId(), event.quantity(),
					place(event.place(), event.timestamp()), cost(event.cost(), event.timestamp()));
		}
		if (message instanceof WireMessage.UserLocation location) {
			return new WireMessage.UserLocation(location.eventId(), location.userId(),
					placeThere(location.place(), location.generatedAt()), location.generatedAt());
		}
		return message;
	}

	private WireMessage.@Nullable Place place(WireMessage.@Nullable Place sample, Instant moment) {
		return (sample != null) ? placeThere(sample, moment) : null;
	}

	private WireMessage.Place placeThere(WireMessage.Place sample, Instant moment) {
		BigDecimal lat = sample.lat();
		BigDecimal lon = sample.lon();
		if (lat == null || lon == null) {
			return sample;
		}
		Coordinates at = new Coordinates(lat, lon);
		Place place = this.surroundings.place(at);
		Weather weather = this.surroundings.weather(new PlaceHour(at, moment));
		// a country alone is less than the sample has
		boolean named = place != null && place.city() != null;
		return new WireMessage.Place(named ? place.city() : sample.city(), named ? place.country() : sample.country(),
				lat, lon, (weather != null) ? weather.temperature() : sample.weatherTemp(),
				(weather != null) ? weather.description() : sample.weatherDesc());
	}

	private WireMessage.@Nullable Cost cost(WireMessage.@Nullable Cost sample, Instant moment) {
		BigDecimal usd = (sample != null) ? sample.usd() : null;
		Rates rates = (usd != null) ? this.surroundings.rates(Days.utc(moment)) : null;
		if (sample == null || usd == null || rates == null) {
			return sample;
		}
		BigDecimal euros = rates.perUsDollar().get("EUR");
		BigDecimal roubles = rates.perUsDollar().get("RUB");
		return new WireMessage.Cost(usd, (euros != null) ? Prices.convert(usd, euros) : sample.eur(),
				(roubles != null) ? Prices.convert(usd, roubles) : sample.rub());
	}

}
