package io.cartpulse.enrichment.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.atlas.Countries;
import io.cartpulse.enrichment.web.FailureKind;
import io.cartpulse.enrichment.web.Json;
import io.cartpulse.enrichment.web.WebApi;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * positionstack: reverse geocoding. Countries get the names of the atlas, so that one
 * country has one name whoever said it.
 */
public final class Positionstack implements RemoteSource<Coordinates, Place>, AutoCloseable {

	/** Stands beside its values. */
	public static final String NAME = "positionstack";

	private static final Map<String, FailureKind> ERRORS = Map.ofEntries(
			Map.entry("invalid_access_key", FailureKind.UNAUTHORIZED),
			Map.entry("missing_access_key", FailureKind.UNAUTHORIZED),
			Map.entry("inactive_user", FailureKind.UNAUTHORIZED),
			Map.entry("usage_limit_reached", FailureKind.QUOTA_SPENT),
			Map.entry("rate_limit_reached", FailureKind.QUOTA_SPENT),
			Map.entry("function_access_restricted", FailureKind.NOT_IN_PLAN),
			Map.entry("https_access_restricted", FailureKind.NOT_IN_PLAN),
			Map.entry("invalid_api_function", FailureKind.REJECTED), Map.entry("404_not_found", FailureKind.REJECTED),
			Map.entry("validation_error", FailureKind.REJECTED), Map.entry("internal_error", FailureKind.SERVER_ERROR));

	private static final int CANDIDATES = 10;

	private final PositionstackSettings settings;

	private final WebApi api;

	/**
	 * The provider.
	 */
	public Positionstack(PositionstackSettings settings, WebClient.Builder client) {
		this.settings = settings;
		this.api = new WebApi(settings.endpoint(NAME, "access_key", settings.key()), client, Positionstack::errorCode,
				ERRORS);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean isOn() {
		return this.settings.key().isSet();
	}

	@Override
	public String switchedOnBy() {
		return PositionstackSettings.PREFIX + ".key";
	}

	@Override
	public ProviderSettings settings() {
		return this.settings;
	}

	@Override
	public @Nullable Place ask(Coordinates at) {
		List<Json> results = this.api
			.get("/reverse?query={at}&limit={limit}&output=json", Map.of("at", at, "limit", CANDIDATES))
			.objects("data");
		return placeOf(results.stream().filter((result) -> isNear(result, at)).toList());
	}

	@Override
	public void close() {
		this.api.close();
	}

	/**
	 * The first that names a city, else the first that names a country; none at sea,
	 * where results are far away or of no country.
	 */
	private static @Nullable Place placeOf(List<Json> results) {
		if (results.stream().noneMatch((result) -> result.has("country_code"))) {
			return null;
		}
		List<Place> places = results.stream().map(Positionstack::place).flatMap(Optional::stream).toList();
		return places.stream()
			.filter((place) -> place.city() != null)
			.findFirst()
			.or(() -> places.stream().findFirst())
			.orElseThrow(() -> results.get(0).failure(FailureKind.MALFORMED, "the results name no country"));
	}

	private static Optional<Place> place(Json result) {
		String code = result.text("country_code");
		String country = (code != null) ? Countries.code(code) : null;
		String name = (country != null) ? Countries.name(country) : null;
		return (country != null && name != null) ? Optional.of(new Place(city(result), name, country))
				: Optional.empty();
	}

	private static @Nullable String city(Json result) {
		String locality = result.text("locality");
		return (locality == null && "locality".equals(result.text("type"))) ? result.text("name") : locality;
	}

	/** A result may be the country itself, whose centre is far. */
	private static boolean isNear(Json result, Coordinates at) {
		return Vicinity.of(at).has(result.number("latitude"), result.number("longitude"));
	}

	private static @Nullable String errorCode(Json json) {
		if (!json.has("error")) {
			return null;
		}
		Json error = json.object("error");
		String type = error.text("type");
		String code = (type != null) ? type : error.text("code");
		return (code != null) ? code : "";
	}

}
