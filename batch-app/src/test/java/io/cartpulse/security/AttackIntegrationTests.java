package io.cartpulse.security;

import java.io.ByteArrayInputStream;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import io.cartpulse.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the application as an attacker sees it.
 */
class AttackIntegrationTests {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Set<String> OPEN = Set.of("/login", "/login.css", "/actuator/health/liveness",
			"/actuator/health/readiness");

	private static final List<String> NASTY = List.of("' or 1=1 --", "'; drop table etl.audit; --",
			"\"><script>x</script>", "${7*7}", "{{7*7}}", "%", "_", "\\", "a & b | !c:*",
			"<img src=x onerror=alert(1)>", "../../etc/passwd", "\u202Eabc", "\uD83D\uDE00".repeat(20),
			"a".repeat(190));

	private final RunningApi api = RunningApi.shared();

	@Test
	void nothingIsOpenButLoginAndProbes() {
		assertThat(paths()).hasSizeGreaterThan(20).allSatisfy((call) -> {
			int status = this.api.nobody()
				.send(this.api.nobody().request(call.getValue()).method(call.getKey(), BodyPublishers.noBody()))
				.status();
			assertThat(status).as(call.toString())
				.isIn(OPEN.contains(call.getValue()) ? List.of(200) : List.of(400, 401, 302, 403));
		});
		assertThat(this.api.nobody().get("/actuator/health").status()).isEqualTo(401);
		assertThat(this.api.nobody().get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(this.api.nobody().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(this.api.nobody().get("/login.css").status()).isEqualTo(200);
	}

	/** Every path that a controller or the actuator answers, with its method. */
	private List<Map.Entry<String, String>> paths() {
		Stream<Map.Entry<String, String>> mapped = this.api
			.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(AttackIntegrationTests::calls);
		Stream<Map.Entry<String, String>> more = Stream
			.of("/", "/error", "/actuator", "/actuator/env", "/actuator/health", "/api/v1/openapi.json",
					"/api/v1/openapi.json.yaml", "/swagger-ui/index.html", "/v3/api-docs", "/h2-console",
					"/api//v1/jobs", "/api/v1/jobs/", "/api/v1/%6aobs", "/API/v1/jobs", "/login/../api/v1/jobs")
			.map((path) -> Map.entry("GET", path));
		return Stream.concat(mapped, more).toList();
	}

	private static Stream<Map.Entry<String, String>> calls(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		return mapping.getPatternValues()
			.stream()
			.map((pattern) -> pattern.replaceAll("\\{\\w+}", "1"))
			.flatMap((path) -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).stream()
				.map((method) -> Map.entry(method.name(), path)));
	}

	@Test
	void rolesMayDoWhatTheyMay() {
		String change = "/api/v1/executions/999999999/stop";
		assertThat(this.api.as("viewer").get("/api/v1/jobs").status()).isEqualTo(200);
		ApiClient.Answer refused = this.api.as("viewer").post(change);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("forbidden");
		assertThat(this.api.as("operator").post(change).code()).isEqualTo("unknown-execution");
		assertThat(this.api.as("admin").post(change).code()).isEqualTo("unknown-execution");
		assertThat(this.api.nobody().withToken(RunningApi.TOKEN).post(change).code()).isEqualTo("unknown-execution");
		ApiClient operator = this.api.as("operator");
		assertThat(operator.send(operator.request("/api/v1/schedules/pipeline").PUT(BodyPublishers.noBody())).status())
			.isEqualTo(403);
		assertThat(operator.send(operator.request("/api/v1/jobs").DELETE()).status()).isEqualTo(403);
	}

	@Test
	void readOnlyRefusesEveryChangeWhoeverAsks() {
		try (RunningApi readOnly = RunningApi.with("cartpulse.security.read-only=true")) {
			assertThat(readOnly.as("admin").get("/api/v1/jobs").status()).isEqualTo(200);
			ApiClient.Answer refused = readOnly.as("admin").post("/api/v1/jobs/pipeline/executions", "{}");
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.code()).isEqualTo("read-only");
		}
	}

	@Test
	void bruteForceIsThrottledAndAudited() {
		try (RunningApi fresh = RunningApi.with("cartpulse.security.throttle.per-name=3",
				"cartpulse.security.throttle.per-address=6", "cartpulse.security.throttle.within=1h")) {
			long before = failures(fresh);
			for (int i = 0; i < 3; i++) {
				assertThat(fresh.nobody().withPassword("admin", "wrong" + i).get("/api/v1/jobs").status())
					.isEqualTo(401);
			}
			ApiClient.Answer throttled = fresh.as("admin").get("/api/v1/jobs");
			assertThat(throttled.status()).isEqualTo(429);
			assertThat(throttled.code()).isEqualTo("too-many-logins");
			assertThat(Long.parseLong(throttled.header("Retry-After"))).isBetween(60L, 1200L);
			assertThat(fresh.as("viewer").get("/api/v1/jobs").status()).isEqualTo(200);
			assertThat(fresh.nobody().withToken("guess1").get("/api/v1/jobs").status()).isEqualTo(401);
			assertThat(fresh.nobody().withToken("guess2").get("/api/v1/jobs").status()).isEqualTo(401);
			assertThat(fresh.nobody().withPassword("root", "x").get("/api/v1/jobs").status()).isEqualTo(401);
			assertThat(fresh.as("viewer").get("/api/v1/jobs").status()).as("the address is throttled").isEqualTo(429);
			assertThat(failures(fresh) - before).isEqualTo(6);
		}
	}

	private static long failures(RunningApi api) {
		Long count = api.jdbc()
			.queryForObject("select count(*) from etl.audit where action = 'login' and address = '127.0.0.1'",
					Long.class);
		return (count != null) ? count : 0;
	}

	@Test
	void theFormNeedsItsTokenAndThrottlesToo() {
		try (RunningApi fresh = RunningApi.with("cartpulse.security.throttle.per-name=2")) {
			ApiClient browser = fresh.nobody();
			ApiClient.Answer page = browser.get("/login");
			String session = cookie(page);
			assertThat(page.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
			assertThat(login(browser, session, "", "admin", TestUsers.PASSWORD).status()).isEqualTo(403);
			String token = token(page);
			assertThat(login(browser, session, token, "admin", "wrong").header("Location")).endsWith("/login?error");
			ApiClient.Answer entered = login(browser, session, token, "admin", TestUsers.PASSWORD);
			assertThat(entered.status()).isEqualTo(302);
			String loggedIn = cookie(entered);
			assertThat(loggedIn).as("no session fixation").isNotEqualTo(session);
			ApiClient.Answer jobs = browser.send(browser.request("/api/v1/jobs").header("Cookie", loggedIn));
			assertThat(jobs.status()).isEqualTo(200);
			ApiClient.Answer forged = browser.send(browser.request("/api/v1/executions/1/stop")
				.header("Cookie", loggedIn)
				.POST(BodyPublishers.noBody()));
			assertThat(forged.status()).isEqualTo(403);
			assertThat(forged.code()).isEqualTo("csrf");
			login(browser, session, token(browser.get("/login")), "admin", "wrong");
			ApiClient.Answer again = browser.get("/login");
			login(browser, cookie(again), token(again), "admin", "wrong");
			ApiClient.Answer throttled = login(browser, cookie(again), token(again), "admin", TestUsers.PASSWORD);
			assertThat(throttled.status()).isEqualTo(429);
			assertThat(throttled.header("Retry-After")).isNotEmpty();
			assertThat(throttled.body()).contains("Too many logins have failed");
		}
	}

	private static ApiClient.Answer login(ApiClient browser, String session, String token, String user,
			String password) {
		String form = "username=%s&password=%s&_csrf=%s".formatted(user, encoded(password), encoded(token));
		HttpRequest.Builder request = browser.request("/login")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Cookie", session)
			.POST(BodyPublishers.ofString(form));
		return browser.send(request);
	}

	private static String cookie(ApiClient.Answer answer) {
		HttpCookie cookie = HttpCookie.parse(answer.header("Set-Cookie")).get(0);
		return cookie.getName() + "=" + cookie.getValue();
	}

	private static String token(ApiClient.Answer page) {
		Matcher found = CSRF.matcher(page.body());
		return found.find() ? found.group(1) : "";
	}

	@Test
	void anotherSitesPageChangesNothingThoughTheBrowserKnowsThePassword() {
		ApiClient operator = this.api.as("operator");
		ApiClient.Answer forged = operator.send(operator.request("/api/v1/executions/999999999/stop")
			.header("Sec-Fetch-Site", "cross-site")
			.POST(BodyPublishers.noBody()));
		assertThat(forged.status()).isEqualTo(403);
		assertThat(forged.code()).isEqualTo("cross-site");
	}

	@Test
	void oversizedBodiesAreRefusedWhetherTheirLengthIsToldOrNot() {
		String large = "{\"reason\": \"" + "x".repeat(2 << 20) + "\"}";
		ApiClient operator = this.api.as("operator");
		ApiClient.Answer told = operator.post("/api/v1/jobs/pipeline/executions", large);
		assertThat(told.status()).isEqualTo(413);
		assertThat(told.code()).isEqualTo("too-large");
		ApiClient.Answer streamed = operator.send(operator.request("/api/v1/jobs/pipeline/executions")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers
				.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
		assertThat(streamed.status()).isEqualTo(413);
		ApiClient.Answer keyed = operator.send(operator.request("/api/v1/jobs/pipeline/executions")
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", "large")
			.POST(BodyPublishers
				.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
		assertThat(keyed.status()).isEqualTo(413);
		assertThat(this.api.nobody().post("/api/v1/jobs/pipeline/executions", large).status()).isEqualTo(413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/executions?q=", "/api/v1/executions?job=", "/api/v1/executions?param.mode=",
			"/api/v1/executions?status=", "/api/v1/executions?from=", "/api/v1/executions?cursor=",
			"/api/v1/quarantine?state=", "/api/v1/quarantine?reason=", "/api/v1/quarantine?type=",
			"/api/v1/dead-letters?reason=", "/api/v1/audit?actor=", "/api/v1/audit?action=", "/api/v1/jobs/",
			"/api/v1/executions/", "/api/v1/dead-letters/", "/api/v1/reconciliation?from=" })
	void nastyTextsAreHarmlessEverywhere(String place) {
		for (String text : NASTY) {
			ApiClient.Answer answer = this.api.as("viewer").get(place + encoded(text));
			assertThat(answer.status()).as(place + text).isIn(200, 400, 404);
			assertThat(answer.header("Content-Type")).contains("json");
			assertThat(answer.body()).doesNotContain("Exception", "org.springframework", "select ", "SQL",
					"io.cartpulse");
		}
		assertThat(this.api.jdbc().queryForObject("select count(*) from etl.audit", Long.class)).isNotNull();
	}

	@Test
	void nastyReasonsAreStoredAsTheyAre() {
		for (String text : NASTY) {
			ApiClient.Answer answer = this.api.as("operator")
				.post("/api/v1/jobs/raw-to-dds/executions",
						"{\"reason\": " + JsonMapper.shared().writeValueAsString(text) + "}");
			assertThat(answer.status()).as(text).isIn(202, 409);
			if (answer.status() == 202) {
				assertThat(answer.json().get("reason").asString()).isEqualTo(text);
			}
		}
	}

	@Test
	void namesOfLoginsCannotForgeLinesOfTheAudit() {
		this.api.nobody().withPassword("x\r\n2026 admin done", "y").get("/api/v1/jobs");
		String actor = this.api.jdbc()
			.queryForObject("select actor from etl.audit where action = 'login' order by id desc limit 1",
					String.class);
		assertThat(actor).isEqualTo("x  2026 admin done");
	}

	@Test
	void answersCarryStrictHeaders() {
		ApiClient.Answer page = this.api.nobody().get("/login");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
		assertThat(page.header("Server")).isEmpty();
		assertThat(page.body()).doesNotContain("<script", "style=");
	}

	@Test
	void errorsOfTheContainerTellNothing() {
		ApiClient.Answer odd = this.api.as("viewer").get("/api/v1/jobs;x=1");
		assertThat(odd.status()).isEqualTo(400);
		assertThat(odd.code()).isEqualTo("malformed-request");
		ApiClient viewer = this.api.as("viewer");
		ApiClient.Answer unacceptable = viewer.send(viewer.request("/api/v1/jobs").header("Accept", "image/png"));
		assertThat(unacceptable.code()).isEqualTo("not-acceptable");
		assertThat(viewer.send(viewer.request("/api/v1/jobs").PUT(BodyPublishers.noBody())).status()).isEqualTo(403);
		assertThat(viewer.send(viewer.request("/api/v1/jobs").method("TRACE", BodyPublishers.noBody())).status())
			.isIn(400, 403, 405);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
