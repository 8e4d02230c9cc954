package io.cartpulse.enrichment.provider;

import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Fault;
import io.cartpulse.enrichment.testing.ProviderServer;
import io.cartpulse.enrichment.testing.SearchedLog;
import io.cartpulse.enrichment.web.FailureKind;
import io.cartpulse.enrichment.web.ProviderFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is true of every provider: the failures that can happen to any web API, each told
 * apart, none telling the key.
 */
abstract class ProviderContract {

	static final String KEY = "s3cr3t/k+y&0f me";

	static final String KEY_IN_QUERY = "s3cr3t%2Fk%2By%260f+me";

	static ProviderServer server;

	/** Long, for a slow machine; tests of time-outs make it short before they ask. */
	private String timeout = "20s";

	@BeforeAll
	static void startServer() {
		server = ProviderServer.start();
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@BeforeEach
	void forget() {
		server.reset();
	}

	@AfterEach
	void closeProvider() {
		close();
	}

	/** Asks for something. */
	abstract @Nullable Object ask();

	/** A proper answer to that. */
	abstract String properAnswer();

	/** How an answer fails that is JSON of something else. */
	abstract FailureKind ofAnotherKind();

	abstract void close();

	final <T> T settings(String prefix, Class<T> type) {
		Map<String, String> properties = Map.of(prefix + ".key", KEY, prefix + ".base-url", server.url() + "/base",
				prefix + ".timeout", this.timeout, prefix + ".enabled", "true", prefix + ".history", "true");
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
	}

	static WebClient.Builder client() {
		return WebClient.builder();
	}

	final ProviderFailure failure() {
		return catchThrowableOfType(ProviderFailure.class, this::ask);
	}

	final void assertFails(FailureKind kind) {
		assertThat(failure()).isNotNull().extracting(ProviderFailure::kind).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource({ "401,UNAUTHORIZED", "402,QUOTA_SPENT", "403,NOT_IN_PLAN", "404,REJECTED", "408,TIMEOUT",
			"418,REJECTED", "429,QUOTA_SPENT", "500,SERVER_ERROR", "502,SERVER_ERROR", "503,SERVER_ERROR",
			"302,REJECTED" })
	void statusesAreToldApart(int status, FailureKind kind) {
		server.answer(aResponse().withStatus(status).withHeader("Location", "/elsewhere").withBody("<html>no</html>"));
		assertFails(kind);
		assertThat(server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 402, 408, 429, 503 })
	void secondsToWaitAreTold(int status) {
		server.answer(aResponse().withStatus(status).withHeader("Retry-After", "90"));
		assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(90));
	}

	@Test
	void momentToWaitForIsTold() {
		server.answer(aResponse().withStatus(503)
			.withHeader("Date", "Wed, 21 Oct 2026 07:28:00 GMT")
			.withHeader("Retry-After", "Wed, 21 Oct 2026 08:28:00 GMT"));
		assertThat(failure().retryAfter()).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void nonsenseToWaitForIsIgnored() {
		server.answer(aResponse().withStatus(429).withHeader("Retry-After", "soon"));
		assertThat(failure().retryAfter()).isNull();
	}

	@Test
	void silenceIsATimeout() {
		this.timeout = "300ms";
		server.answer(aResponse().withFixedDelay(3000).withBody(properAnswer()));
		assertFails(FailureKind.TIMEOUT);
	}

	@Test
	void answerThatDribblesInIsATimeout() {
		this.timeout = "300ms";
		server.answer(aResponse().withBody(properAnswer()).withChunkedDribbleDelay(20, 3000));
		assertFails(FailureKind.TIMEOUT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE" })
	void brokenConnectionIsUnreachable(Fault fault) {
		server.answer(aResponse().withFault(fault));
		assertFails(FailureKind.UNREACHABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "42", "{", "{\"a\":NaN}", "<html></html>", "{}{}", "\u0000" })
	void whatIsNoJsonObjectIsMalformed(String body) {
		server.answer(200, body);
		assertFails(FailureKind.MALFORMED);
	}

	@Test
	void objectOfAnotherKindIsNoAnswer() {
		server.answer(200, "{\"hello\":\"world\"}");
		assertFails(ofAnotherKind());
	}

	@Test
	void deepNestingIsMalformed() {
		server.answer(200, "{\"a\":".repeat(2000) + "1" + "}".repeat(2000));
		assertFails(FailureKind.MALFORMED);
	}

	@Test
	void largeAnswersAreNotRead() {
		server.answer(200, "{\"filler\":\"" + "x".repeat(300_000) + "\"}");
		assertFails(FailureKind.TOO_LARGE);
	}

	@Test
	void largeErrorIsStillTheError() {
		server.answer(500, "x".repeat(300_000));
		assertFails(FailureKind.SERVER_ERROR);
	}

	@Test
	void keyIsNeitherLoggedNorThrown() {
		try (SearchedLog log = SearchedLog.open()) {
			server.answer(401, "{\"error\":true,\"message\":\"invalid_app_id " + KEY + "\",\"cod\":401}");
			String thrown = SearchedLog.printed(failure());
			server.answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
			thrown += SearchedLog.printed(failure());
			server.answer(200, "{\"" + KEY + "\":");
			thrown += SearchedLog.printed(failure());
			server.answer(200, properAnswer());
			ask();
			assertThat(log.text()).contains("/base/").doesNotContain("s3cr3t").doesNotContain("k%2By");
			assertThat(thrown).doesNotContain("s3cr3t").doesNotContain("k%2By");
		}
	}

	@Test
	void keyIsNotToldByATimeout() {
		this.timeout = "300ms";
		try (SearchedLog log = SearchedLog.open()) {
			server.answer(aResponse().withFixedDelay(3000));
			assertThat(SearchedLog.printed(failure())).contains("no answer within 300 ms").doesNotContain("s3cr3t");
			assertThat(log.text()).doesNotContain("s3cr3t");
		}
	}

}
