package io.cartpulse.enrichment.provider;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.web.FailureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PositionstackTests extends ProviderContract {

	private static final Coordinates NEW_YORK = Coordinates.of(40.764, -73.973);

	private @Nullable Positionstack provider;

	@Override
	@Nullable Place ask() {
		return provider().ask(NEW_YORK);
	}

	@Override
	String properAnswer() {
		return "{\"data\":[" + result("\"street\"", "null", "\"USA\"", 40.7637, -73.9727) + ","
				+ result("\"address\"", "\"New York\"", "\"USA\"", 40.7639, -73.973) + "]}";
	}

	@Override
	FailureKind ofAnotherKind() {
		return FailureKind.MALFORMED;
	}

	@Override
	void close() {
		provider().close();
	}

	@Test
	void cityAndCountryOfAPointAreAsked() {
		server.answer(200, properAnswer());
		assertThat(ask()).isEqualTo(new Place("New York", "United States", "US"));
		assertThat(server.requests())
			.containsExactly("/base/reverse?query=40.76%2C-73.97&limit=10&output=json&access_key=" + KEY_IN_QUERY);
	}

	@Test
	void countryAloneIsAPlace() {
		server.answer(200, "{\"data\":[" + result("\"region\"", "null", "\"USA\"", 40.76, -73.97) + "]}");
		assertThat(ask()).isEqualTo(new Place(null, "United States", "US"));
	}

	@Test
	void resultThatIsACityNamesIt() {
		server.answer(200, "{\"data\":[" + result("\"locality\"", "null", "\"US\"", 40.76, -73.97) + "]}");
		assertThat(ask()).isEqualTo(new Place("Name", "United States", "US"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":[]}", "{\"data\":[[]]}" })
	void noResultsMeanThatThereIsNothing(String answer) {
		server.answer(200, answer);
		assertThat(ask()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "401,invalid_access_key,UNAUTHORIZED", "401,missing_access_key,UNAUTHORIZED",
			"401,inactive_user,UNAUTHORIZED", "403,function_access_restricted,NOT_IN_PLAN",
			"403,https_access_restricted,NOT_IN_PLAN", "404,invalid_api_function,REJECTED",
			"422,validation_error,REJECTED", "429,usage_limit_reached,QUOTA_SPENT",
			"429,rate_limit_reached,QUOTA_SPENT", "500,internal_error,SERVER_ERROR",
			"200,usage_limit_reached,QUOTA_SPENT", "200,invalid_access_key,UNAUTHORIZED" })
	void documentedErrorsAreToldApart(int status, String code, FailureKind kind) {
		server.answer(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"See the documentation.\"}}");
		assertFails(kind);
	}

	@Test
	void errorsInTheFamilysOtherFormAreUnderstood() {
		server.answer(200,
				"{\"success\":false,\"error\":{\"code\":104,\"type\":\"usage_limit_reached\",\"info\":\"x\"}}");
		assertFails(FailureKind.QUOTA_SPENT);
	}

	@ParameterizedTest
	@CsvSource({ "48.85,2.35", "40.76,-71.5", "1e300,0" })
	void placesFarAwayMeanThatThereIsNothing(double lat, double lon) {
		server.answer(200, "{\"data\":[" + result("\"region\"", "\"X\"", "\"USA\"", lat, lon) + "]}");
		assertThat(ask()).isNull();
	}

	@Test
	void placesOfNoCountryMeanThatThereIsNothing() {
		server.answer(200, "{\"data\":[" + result("\"ocean\"", "null", "null", 40.76, -73.97) + "]}");
		assertThat(ask()).isNull();
	}

	@Test
	void unknownCountryIsMalformed() {
		server.answer(200, "{\"data\":[" + result("\"address\"", "\"X\"", "\"ZZZ\"", 40.76, -73.97) + "]}");
		assertFails(FailureKind.MALFORMED);
	}

	@Test
	void namesAreCleaned() {
		server.answer(200, "{\"data\":["
				+ result("\"address\"", "\" New\\u0000\\n\\u202e York \"", "\"USA\"", 40.76, -73.97) + "]}");
		assertThat(ask()).isEqualTo(new Place("New York", "United States", "US"));
		server.answer(200,
				"{\"data\":[" + result("\"address\"", "\"" + "x".repeat(201) + "\"", "\"USA\"", 40.76, -73.97) + "]}");
		assertThat(ask()).isEqualTo(new Place(null, "United States", "US"));
	}

	@Test
	void dateLineIsNoDistance() {
		server.answer(200, "{\"data\":[" + result("\"address\"", "\"Taveuni\"", "\"FJI\"", -16.8, -179.99) + "]}");
		assertThat(provider().ask(Coordinates.of(-16.8, 179.99))).isEqualTo(new Place("Taveuni", "Fiji", "FJ"));
	}

	private static String result(String type, String locality, String country, double lat, double lon) {
		return "{\"latitude\":" + lat + ",\"longitude\":" + lon + ",\"type\":" + type
				+ ",\"distance\":12.5,\"name\":\"Name\",\"number\":null,\"confidence\":0.8,\"region\":\"Region\","
				+ "\"locality\":" + locality + ",\"country\":\"USA!\",\"country_code\":" + country
				+ ",\"label\":\"A label\"}";
	}

	private Positionstack provider() {
		if (this.provider == null) {
			this.provider = new Positionstack(settings(PositionstackSettings.PREFIX, PositionstackSettings.class),
					client());
		}
		return this.provider;
	}

}
