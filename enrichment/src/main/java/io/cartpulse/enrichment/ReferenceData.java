package io.cartpulse.enrichment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Looks reference data up: in the database first, then where it comes from, within the
 * provider's budget. Whatever is found is kept, so that nothing is asked twice. A call
 * takes as long as a provider's time-outs and retries at most; trouble is an answer. What
 * is written stays whatever becomes of the caller's transaction: a call needs a database
 * connection besides the caller's own.
 */
public interface ReferenceData {

	/**
	 * The closing rates of a day in UTC; a day that is not over has none yet.
	 */
	Answer<Rates> rates(LocalDate day);

	/**
	 * The rates of this hour, for showing prices as they are now.
	 */
	Answer<Rates> latestRates();

	/**
	 * City and country of a point.
	 */
	Answer<Place> place(Coordinates at);

	/**
	 * Cities and countries of many points; what is kept is read at once.
	 * @return an answer for each point
	 */
	Map<Coordinates, Answer<Place>> places(Collection<Coordinates> points);

	/**
	 * The weather of a point in an hour.
	 */
	Answer<Weather> weather(PlaceHour at);

	/**
	 * The weather of many points and hours; what is kept is read at once.
	 * @return an answer for each
	 */
	Map<PlaceHour, Answer<Weather>> weather(Collection<PlaceHour> points);

	/** Which days' rates can be told. */
	Reach<LocalDate> reachOfRates();

	/** Which points' places can be told. */
	Reach<Coordinates> reachOfPlaces();

	/** The weather of which points and hours can be told. */
	Reach<PlaceHour> reachOfWeather();

	/**
	 * How each provider is doing.
	 */
	List<ProviderStatus> status();

}
