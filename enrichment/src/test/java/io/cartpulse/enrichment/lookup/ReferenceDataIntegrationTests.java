package io.cartpulse.enrichment.lookup;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.Answer.Reason;
import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.Weather;
import io.cartpulse.enrichment.provider.Positionstack;
import io.cartpulse.enrichment.sample.SampleRates;
import io.cartpulse.enrichment.testing.EnrichmentApplication;
import io.cartpulse.enrichment.testing.EnrichmentDatabase;
import io.cartpulse.enrichment.testing.MovableClock;
import io.cartpulse.enrichment.testing.ProviderServer;
import io.cartpulse.enrichment.testing.SearchedLog;
import io.cartpulse.enrichment.web.ProviderFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.retry.backoff.ThreadWaitSleeper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReferenceDataIntegrationTests {

	private static final EnrichmentDatabase DATABASE = EnrichmentDatabase.start();

	private static final String KEY = "s3cr3t-key";

	private static final Coordinates PARIS = Coordinates.of(48.86, 2.35);

	private static final Coordinates OCEAN = Coordinates.of(0, -30);

	private static final LocalDate DAY = LocalDate.of(2026, 7, 10);

	private static final Place FOUND = new Place("Paris", "France", "FR");

	private static ProviderServer server;

	private final MovableClock clock = new MovableClock("2026-07-11T12:00:00Z");

	private @Nullable EnrichmentApplication application;

	@BeforeAll
	static void startServer() {
		server = ProviderServer.start();
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@BeforeEach
	void empty() {
		DATABASE.emptyTables();
		server.reset();
	}

	@AfterEach
	void close() {
		if (this.application != null) {
			this.application.close();
		}
	}

	@Test
	void manyEqualLookUpsMakeOneRequest() throws Exception {
		server.answer(aResponse().withFixedDelay(200).withBody(place(PARIS)));
		ReferenceData data = start(positionstack());
		ExecutorService threads = Executors.newFixedThreadPool(16);
		List<Callable<Answer<Place>>> lookUps = IntStream.range(0, 10_000)
			.<Callable<Answer<Place>>>mapToObj((number) -> () -> data.place(PARIS))
			.toList();
		for (Future<Answer<Place>> answer : threads.invokeAll(lookUps)) {
			assertThat(answer.get()).isEqualTo(new Answer.Found<>(FOUND, "positionstack"));
		}
		threads.shutdown();
		assertThat(server.requests()).hasSize(1);
		ProviderStatus status = status("positionstack");
		assertThat(status.misses()).isEqualTo(1);
		assertThat(status.hits()).isEqualTo(9999);
	}

	@Test
	void nothingIsAskedTwice() {
		server.answer(200, place(PARIS));
		start(positionstack()).place(PARIS);
		restart(positionstack());
		assertThat(data().place(PARIS)).isEqualTo(new Answer.Found<>(FOUND, "positionstack"));
		assertThat(data().places(List.of(PARIS))).containsEntry(PARIS, new Answer.Found<>(FOUND, "positionstack"));
		assertThat(server.requests()).hasSize(1);
	}

	@Test
	void thatThereIsNothingIsKeptToo() {
		server.answer(200, "{\"data\":[]}");
		start(positionstack());
		assertThat(data().place(OCEAN)).isEqualTo(new Answer.Nothing<>("positionstack"));
		assertThat(data().place(OCEAN)).isEqualTo(new Answer.Nothing<>("positionstack"));
		assertThat(server.requests()).hasSize(1);
	}

	@Test
	void budgetSpreadsRequestsOverDays() {
		server.stub(any(urlPathEqualTo("/reverse")).willReturn(aResponse().withBody("{\"data\":[]}")));
		start(positionstack("positionstack.budget-per-day=10", "positionstack.budget-per-minute=100",
				"positionstack.budget-per-month=1000"));
		List<Coordinates> needed = IntStream.range(0, 100).mapToObj((i) -> Coordinates.of(i / 10.0, 20)).toList();
		for (int day = 1; day <= 10; day++) {
			Map<Coordinates, Answer<Place>> answers = data().places(needed);
			assertThat(server.requests()).hasSize(10 * day);
			assertThat(answers.values()).filteredOn(Answer.Pending.class::isInstance).hasSize(100 - 10 * day);
			assertThat(status("positionstack").pending()).isEqualTo(100 - 10 * day);
			assertThat(status("positionstack").budgets().get(1).left()).isZero();
			this.clock.move(Duration.ofDays(1));
		}
		assertThat(data().places(needed).values()).doesNotHaveAnyElementsOfTypes(Answer.Pending.class);
		assertThat(server.requests()).hasSize(100).doesNotHaveDuplicates();
	}

	@Test
	void spentBudgetTellsWhenToAskAgain() {
		server.answer(200, place(PARIS));
		start(positionstack("positionstack.budget-per-minute=1"));
		data().place(PARIS);
		assertThat(data().place(OCEAN))
			.isEqualTo(new Answer.Pending<>(Reason.BUDGET_SPENT, Instant.parse("2026-07-11T12:01:00Z")));
	}

	@Test
	void whoLooksManyUpLearnsWhenToGoOnAndGoesOnThen() {
		server.answer(200, "{\"data\":[]}");
		start(positionstack("positionstack.budget-per-minute=10", "positionstack.budget-per-month=25"));
		List<Coordinates> needed = points(30);
		Instant next = Instant.parse("2026-07-11T12:01:00Z");
		assertThat(data().places(needed).values()).filteredOn(Answer.Pending.class::isInstance)
			.hasSize(20)
			.containsOnly(new Answer.Pending<>(Reason.BUDGET_SPENT, next));
		this.clock.move(Duration.ofMinutes(1));
		assertThat(data().places(needed).values()).filteredOn(Answer.Pending.class::isInstance).hasSize(10);
		this.clock.move(Duration.ofMinutes(1));
		assertThat(data().places(needed).values()).filteredOn(Answer.Pending.class::isInstance)
			.hasSize(5)
			.containsOnly(new Answer.Pending<>(Reason.BUDGET_SPENT, Instant.parse("2026-08-01T00:00:00Z")));
		assertThat(server.requests()).hasSize(25);
	}

	@Test
	void valueAndPermitStayWhenTheCallerRollsBack() {
		server.answer(200, place(PARIS));
		start(positionstack());
		TransactionTemplate caller = new TransactionTemplate(application().bean(PlatformTransactionManager.class));
		caller.executeWithoutResult((status) -> {
			data().place(PARIS);
			status.setRollbackOnly();
		});
		assertThat(DATABASE.jdbc().queryForObject("select city from dds.places", String.class)).isEqualTo("Paris");
		assertThat(status("positionstack").budgets().get(0).used()).isEqualTo(1);
	}

	@Test
	@Timeout(60)
	void callerWithAnOpenTransactionNeverWaitsForItself() {
		server.answer(200, "{\"data\":\"nonsense\"}");
		start(positionstack("positionstack.budget-per-minute=1"));
		TransactionTemplate caller = new TransactionTemplate(application().bean(PlatformTransactionManager.class));
		caller.executeWithoutResult((status) -> {
			data().place(OCEAN);
			data().place(PARIS);
			this.clock.move(Duration.ofMinutes(1));
			assertThat(data().place(PARIS))
				.isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, Instant.parse("2026-07-11T13:01:00Z")));
		});
		assertThat(status("positionstack").pending()).isEqualTo(2);
	}

	@Test
	void nothingAskedForIsNothingDone() {
		start();
		assertThat(data().places(List.of())).isEmpty();
	}

	@Test
	void retriesCountInTheBudget() {
		server.answer(500, "");
		start(positionstack("retry.attempts=3", "positionstack.budget-per-minute=2"));
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Pending<>(Reason.BUDGET_SPENT, Instant.parse("2026-07-11T12:01:00Z")));
		assertThat(server.requests()).hasSize(2);
	}

	@Test
	void providerThatFailsThenRecovers() {
		server.answer(503, "");
		start(positionstack("retry.attempts=2", "retry.breaker-failures=4", "positionstack.budget-per-minute=1000"));
		assertThat(data().place(PARIS)).isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, null));
		assertThat(data().place(PARIS)).isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, null));
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Pending<>(Reason.BREAKER_OPEN, Instant.parse("2026-07-11T12:02:00Z")));
		assertThat(server.requests()).hasSize(4);
		ProviderStatus status = status("positionstack");
		assertThat(status.breaker()).isEqualTo(ProviderStatus.Breaker.OPEN);
		assertThat(status.pending()).isEqualTo(1);
		assertThat(status.lastFailure()).isEqualTo(new ProviderStatus.Failure("SERVER_ERROR", "positionstack: HTTP 503",
				Instant.parse("2026-07-11T12:00:00Z")));
		this.clock.move(Duration.ofMinutes(2));
		assertThat(data().places(points(50)).values()).as("one decides").hasSize(50);
		assertThat(server.requests()).hasSize(5);
		this.clock.move(Duration.ofMinutes(2));
		server.answer(200, place(PARIS));
		assertThat(data().place(PARIS)).isEqualTo(new Answer.Found<>(FOUND, "positionstack"));
		assertThat(status("positionstack").breaker()).isEqualTo(ProviderStatus.Breaker.CLOSED);
		assertThat(status("positionstack").pending()).isEqualTo(50);
	}

	@Test
	void longPauseAskedForByAServerInTroubleIsKeptByAll() {
		server.answer(aResponse().withStatus(503).withHeader("Retry-After", "600"));
		start(positionstack());
		Answer.Pending<Place> paused = new Answer.Pending<>(Reason.PROVIDER_PAUSED,
				Instant.parse("2026-07-11T12:10:00Z"));
		assertThat(data().place(PARIS)).isEqualTo(paused);
		restart(positionstack());
		assertThat(data().place(OCEAN)).isEqualTo(paused);
		assertThat(server.requests()).hasSize(1);
	}

	@Test
	@Timeout(60)
	void threadToldToStopLeavesAPendingValueAndStaysToldSo() throws Exception {
		server.answer(500, "");
		start(positionstack("retry.back-off=1h", "retry.max-back-off=1h"));
		CompletableFuture<Answer<Place>> answer = new CompletableFuture<>();
		AtomicBoolean toldSo = new AtomicBoolean();
		Thread caller = new Thread(() -> {
			answer.complete(data().place(PARIS));
			toldSo.set(Thread.currentThread().isInterrupted());
		});
		caller.start();
		while (!isPausing(caller)) {
			Thread.onSpinWait();
		}
		caller.interrupt();
		caller.join();
		assertThat(answer.join()).isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, null));
		assertThat(toldSo).isTrue();
		assertThat(status("positionstack").pending()).isEqualTo(1);
		assertThat(server.requests()).hasSize(1);
	}

	@Test
	void pauseTheProviderAskedForCountsForAllInstances() {
		server.answer(aResponse().withStatus(429).withHeader("Retry-After", "120"));
		start(positionstack());
		Answer.Pending<Place> paused = new Answer.Pending<>(Reason.PROVIDER_PAUSED,
				Instant.parse("2026-07-11T12:02:00Z"));
		assertThat(data().place(PARIS)).isEqualTo(paused);
		assertThat(data().place(OCEAN)).isEqualTo(paused);
		restart(positionstack());
		assertThat(data().place(PARIS)).isEqualTo(paused);
		assertThat(server.requests()).hasSize(1);
		assertThat(status("positionstack").pausedUntil()).isEqualTo("2026-07-11T12:02:00Z");
		this.clock.move(Duration.ofMinutes(2));
		server.answer(200, place(PARIS));
		assertThat(data().place(PARIS)).isInstanceOf(Answer.Found.class);
	}

	@Test
	void pauseWithoutEndIsCutToADay() {
		server.answer(aResponse().withStatus(429).withHeader("Retry-After", "99999999999"));
		start(positionstack());
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Pending<>(Reason.PROVIDER_PAUSED, Instant.parse("2026-07-12T12:00:00Z")));
	}

	@Test
	void refusedKeyIsTriedOnceAnHourAndAfterARestart() {
		server.answer(401, "{\"error\":{\"code\":\"invalid_access_key\"}}");
		start(positionstack());
		data().place(PARIS);
		assertThat(data().place(OCEAN))
			.isEqualTo(new Answer.Pending<>(Reason.PROVIDER_PAUSED, Instant.parse("2026-07-11T13:00:00Z")));
		assertThat(server.requests()).hasSize(1);
		assertThat(status("positionstack").pausedUntil()).isEqualTo("2026-07-11T13:00:00Z");
		server.answer(200, place(PARIS));
		restart(positionstack());
		assertThat(data().place(PARIS)).isInstanceOf(Answer.Found.class);
	}

	@Test
	void valueWithoutAProperAnswerWaitsLongerEachTime() {
		server.answer(200, "{\"data\":\"nonsense\"}");
		start(positionstack());
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, Instant.parse("2026-07-11T13:00:00Z")));
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Pending<>(Reason.WAITS_AFTER_FAILURE, Instant.parse("2026-07-11T13:00:00Z")));
		this.clock.move(Duration.ofHours(1));
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, Instant.parse("2026-07-11T15:00:00Z")));
		assertThat(server.requests()).hasSize(2);
		this.clock.set("2026-07-20T00:00:00Z");
		server.answer(200, place(PARIS));
		assertThat(data().place(PARIS)).isInstanceOf(Answer.Found.class);
	}

	@Test
	void atlasAnswersWithoutAKeyAndGivesWayToAProvider() {
		server.answer(200, place(PARIS).replace("Paris", "Paris 1er"));
		start();
		assertThat(data().places(List.of(PARIS, OCEAN))).containsOnly(
				Map.entry(PARIS, new Answer.Found<>(FOUND, "atlas")), Map.entry(OCEAN, new Answer.Nothing<>("atlas")));
		assertThat(data().place(PARIS)).isEqualTo(new Answer.Found<>(FOUND, "atlas"));
		assertThat(status("positionstack").enabled()).isFalse();
		restart(positionstack());
		assertThat(data().places(List.of(PARIS))).containsEntry(PARIS,
				new Answer.Found<>(new Place("Paris 1er", "France", "FR"), "positionstack"));
		restart();
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Found<>(new Place("Paris 1er", "France", "FR"), "positionstack"));
	}

	@Test
	void sampleRatesAndWeatherAreMarked() {
		start();
		assertThat(data().rates(DAY))
			.isEqualTo(new Answer.Found<>(SampleRates.on(DAY, List.of("EUR", "RUB")), "sample"));
		assertThat(data().latestRates()).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(found.source()).isEqualTo("sample"));
		PlaceHour now = new PlaceHour(PARIS, this.clock.instant());
		Answer<Weather> weather = data().weather(now);
		assertThat(weather).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(found.source()).isEqualTo("sample"));
		assertThat(data().weather(List.of(now))).containsEntry(now, weather);
		assertThat(DATABASE.jdbc().queryForList("""
				select distinct source from dds.exchange_rates
				union select source from dds.weather
				union select source from etl.latest_rates
				""", String.class)).containsExactly("sample");
	}

	@Test
	void whatIsOnBoardCanBeLeftOut() {
		start("atlas=false", "sample-rates=false", "sample-weather=false");
		assertThat(data().place(PARIS))
			.isEqualTo(new Answer.Off<>("set cartpulse.enrichment.positionstack.key or .atlas"));
		assertThat(data().rates(DAY)).isInstanceOf(Answer.Off.class);
		assertThat(data().weather(new PlaceHour(PARIS, this.clock.instant()))).isInstanceOf(Answer.Off.class);
	}

	@Test
	void dayThatIsNotOverHasNoRates() {
		start();
		assertThat(data().rates(DAY.plusDays(1)))
			.isEqualTo(new Answer.Pending<>(Reason.TOO_EARLY, Instant.parse("2026-07-12T00:00:00Z")));
		PlaceHour later = new PlaceHour(PARIS, Instant.parse("2026-07-11T13:00:00Z"));
		assertThat(data().weather(List.of(later))).containsEntry(later,
				new Answer.Pending<>(Reason.TOO_EARLY, later.hour()));
	}

	@Test
	void closingRatesAreKeptForTheEventsOfTheDay() {
		server.answer(200, rates("0.857"));
		start("open-exchange-rates.key=" + KEY, "open-exchange-rates.base-url=" + server.url());
		Rates expected = new Rates(Map.of("EUR", new BigDecimal("0.857"), "RUB", new BigDecimal("90.5")));
		assertThat(data().rates(DAY)).isEqualTo(new Answer.Found<>(expected, "open-exchange-rates"));
		assertThat(data().rates(DAY)).isEqualTo(new Answer.Found<>(expected, "open-exchange-rates"));
		assertThat(server.requests()).hasSize(1);
		assertThat(DATABASE.jdbc()
			.queryForList("select currency || ' ' || rate || ' ' || source from dds.exchange_rates order by 1",
					String.class))
			.containsExactly("EUR 0.857 open-exchange-rates", "RUB 90.5 open-exchange-rates");
	}

	@Test
	void realRatesReplaceSampleOnesAndAreNeverReplaced() {
		start();
		data().rates(DAY);
		server.answer(200, rates("0.857"));
		restart("open-exchange-rates.key=" + KEY, "open-exchange-rates.base-url=" + server.url());
		assertThat(data().rates(DAY)).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(found.source()).isEqualTo("open-exchange-rates"));
		restart();
		assertThat(data().rates(DAY)).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(found.source()).isEqualTo("open-exchange-rates"));
	}

	@Test
	void furtherCurrencyIsFetchedForDaysThatLackIt() {
		server.answer(200, rates("0.857"));
		String[] on = { "open-exchange-rates.key=" + KEY, "open-exchange-rates.base-url=" + server.url() };
		start(on);
		data().rates(DAY);
		restart(Stream.concat(Stream.of(on), Stream.of("currencies=GBP")).toArray(String[]::new));
		assertThat(data().rates(DAY)).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(((Rates) found.value()).perUsDollar()).containsOnlyKeys("EUR", "RUB", "GBP"));
		assertThat(server.requests()).hasSize(2);
	}

	@Test
	void currencyTheProviderDoesNotKnowIsAskedForOnceAndHoldsUpNoOther() {
		server.answer(200, rates("0.857"));
		String[] on = { "open-exchange-rates.key=" + KEY, "open-exchange-rates.base-url=" + server.url(),
				"currencies=ABC" };
		start(on);
		assertThat(data().rates(DAY)).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(((Rates) found.value()).perUsDollar()).containsOnlyKeys("EUR", "RUB"));
		restart(on);
		assertThat(data().rates(DAY)).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(((Rates) found.value()).perUsDollar()).containsOnlyKeys("EUR", "RUB"));
		assertThat(server.requests()).hasSize(1);
		server.answer(200, rates("0.9", "2026-07-11T11:59:59Z"));
		Answer<Rates> latest = data().latestRates();
		assertThat(data().latestRates()).isEqualTo(latest).isInstanceOf(Answer.Found.class);
		assertThat(server.requests()).hasSize(2);
	}

	@Test
	void thatTheSampleLacksACurrencyIsNoWordOfAProvider() {
		start("currencies=ABC");
		assertThat(data().rates(DAY)).isInstanceOf(Answer.Found.class);
		server.answer(200, rates("0.857").replace("GBP", "ABC"));
		String[] on = { "open-exchange-rates.key=" + KEY, "open-exchange-rates.base-url=" + server.url(),
				"currencies=ABC" };
		restart(on);
		Rates expected = new Rates(
				Map.of("EUR", new BigDecimal("0.857"), "RUB", new BigDecimal("90.5"), "ABC", new BigDecimal("0.74")));
		assertThat(data().rates(DAY)).isEqualTo(new Answer.Found<>(expected, "open-exchange-rates"));
		assertThat(data().rates(DAY)).isEqualTo(new Answer.Found<>(expected, "open-exchange-rates"));
		assertThat(server.requests()).hasSize(1);
	}

	@Test
	void openEndpointStandsInForOpenExchangeRates() {
		server.answer(200, openRates());
		start("exchange-rate-api.enabled=true", "exchange-rate-api.base-url=" + server.url(),
				"exchange-rate-api.budget-per-minute=10");
		assertThat(data().rates(DAY)).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(found.source()).isEqualTo("exchange-rate-api"));
		assertThat(data().rates(DAY.minusDays(1))).isInstanceOf(Answer.Off.class);
		assertThat(data().latestRates()).isInstanceOf(Answer.Found.class);
		assertThat(server.requests()).containsExactly("/latest/USD", "/latest/USD");
	}

	@Test
	void presentWeatherIsKeptByTheHour() {
		server.answer(200, "{\"coord\":{\"lat\":48.86,\"lon\":2.35},\"weather\":[{\"id\":800,\"description\":"
				+ "\"clear sky\"}],\"main\":{\"temp\":21.04},\"dt\":" + this.clock.instant().getEpochSecond() + "}");
		start("open-weather.key=" + KEY, "open-weather.base-url=" + server.url());
		PlaceHour now = new PlaceHour(PARIS, this.clock.instant());
		Answer<Weather> first = data().weather(now);
		this.clock.move(Duration.ofMinutes(50));
		assertThat(data().weather(new PlaceHour(PARIS, this.clock.instant()))).isEqualTo(first);
		assertThat(server.requests()).hasSize(1);
		this.clock.move(Duration.ofHours(5));
		assertThat(data().weather(now)).as("kept").isEqualTo(first);
		assertThat(data().weather(new PlaceHour(OCEAN, now.hour()))).isInstanceOf(Answer.Off.class);
	}

	@Test
	void hangingProviderNeverThrowsAndOpensTheBreaker() {
		server.answer(aResponse().withFixedDelay(5000));
		start(positionstack("positionstack.timeout=100ms", "retry.attempts=2", "retry.breaker-failures=2"));
		assertThat(data().place(PARIS)).isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, null));
		Map<Coordinates, Answer<Place>> answers = new HashMap<>(data().places(points(500)));
		assertThat(answers.values())
			.containsOnly(new Answer.Pending<>(Reason.BREAKER_OPEN, Instant.parse("2026-07-11T12:02:00Z")));
		assertThat(server.requests()).hasSize(2);
		assertThat(status("positionstack").pending()).isEqualTo(501);
	}

	@Test
	void providerWithoutAKeyIsToldOnceAtTheStart() {
		try (SearchedLog log = SearchedLog.open()) {
			start();
			data().place(PARIS);
			data().rates(DAY);
			assertThat(log.text())
				.containsOnlyOnce("positionstack is off; cartpulse.enrichment.positionstack.key turns it on")
				.containsOnlyOnce(
						"open-exchange-rates is off; cartpulse.enrichment.open-exchange-rates.key turns it on")
				.containsOnlyOnce(
						"exchange-rate-api is off; cartpulse.enrichment.exchange-rate-api.enabled turns it on")
				.containsOnlyOnce("open-weather is off; cartpulse.enrichment.open-weather.key turns it on");
		}
	}

	@Test
	void secondProviderAnswersWhereTheFirstDoesNot() {
		server.answer(503, "");
		server.stub(any(urlPathEqualTo("/latest/USD")).willReturn(aResponse().withBody(openRates())));
		try (SearchedLog log = SearchedLog.open()) {
			start("open-exchange-rates.key=" + KEY, "open-exchange-rates.base-url=" + server.url(), "retry.attempts=1",
					"exchange-rate-api.enabled=true", "exchange-rate-api.base-url=" + server.url());
			assertThat(log.text()).containsOnlyOnce("Source of rates: open-exchange-rates, else exchange-rate-api")
				.doesNotContain("exchange-rate-api is off");
		}
		assertThat(data().rates(DAY)).isInstanceOfSatisfying(Answer.Found.class,
				(found) -> assertThat(found.source()).isEqualTo("exchange-rate-api"));
		assertThat(data().rates(DAY.minusDays(1))).as("only the first has older days")
			.isEqualTo(new Answer.Pending<>(Reason.REQUEST_FAILED, null));
		assertThat(server.requests()).hasSize(3);
		assertThat(status("exchange-rate-api").enabled()).isTrue();
		assertThat(status("exchange-rate-api").budgets().get(0).used()).isEqualTo(1);
		assertThat(status("open-exchange-rates").pending()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { KEY, "a b/ü+%" })
	void wrongKeysAreNowhereInLogExceptionStatusOrDatabase(String key) {
		String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
		CharSequence[] forms = { key, encoded, UriUtils.encode(key, StandardCharsets.UTF_8),
				UriUtils.encodeQuery(key, StandardCharsets.UTF_8) };
		server.answer(401, "{\"error\":true,\"message\":\"" + key + "\",\"cod\":401}");
		try (SearchedLog log = SearchedLog.open()) {
			start(positionstack("positionstack.key=" + key, "open-exchange-rates.key=" + key,
					"open-exchange-rates.base-url=" + server.url(), "open-weather.key=" + key,
					"open-weather.base-url=" + server.url()));
			data().place(PARIS);
			data().rates(DAY);
			data().latestRates();
			data().weather(new PlaceHour(PARIS, this.clock.instant()));
			assertThat(server.requests()).hasSize(4).allSatisfy((url) -> assertThat(url).contains(encoded));
			assertThat(data().status().toString()).contains("UNAUTHORIZED").doesNotContain(forms);
			ProviderFailure thrown = catchThrowableOfType(ProviderFailure.class,
					() -> application().bean(Positionstack.class).ask(PARIS));
			assertThat(SearchedLog.printed(thrown)).contains("HTTP 401").doesNotContain(forms);
			assertThat(log.text()).contains("No places from positionstack: HTTP 401 [UNAUTHORIZED]")
				.contains("HTTP GET " + server.url() + "/reverse")
				.contains("Source of weather: open-weather")
				.doesNotContain(forms);
		}
		assertThat(DATABASE.jdbc().queryForList("select message from etl.enrichment_failures", String.class)).hasSize(3)
			.allSatisfy((message) -> assertThat(message).doesNotContain(forms));
	}

	private static boolean isPausing(Thread thread) {
		return Stream.of(thread.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(ThreadWaitSleeper.class.getName()));
	}

	private static List<Coordinates> points(int count) {
		List<Coordinates> points = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			points.add(Coordinates.of(10 + i / 100.0, 20));
		}
		return points;
	}

	private static String place(Coordinates at) {
		return "{\"data\":[{\"latitude\":" + at.lat() + ",\"longitude\":" + at.lon()
				+ ",\"type\":\"address\",\"locality\":\"Paris\",\"country_code\":\"FRA\"}]}";
	}

	private static String rates(String euros) {
		return rates(euros, "2026-07-10T23:59:59Z");
	}

	private static String rates(String euros, String quoted) {
		return "{\"timestamp\":" + Instant.parse(quoted).getEpochSecond() + ",\"base\":\"USD\",\"rates\":{\"EUR\":"
				+ euros + ",\"RUB\":90.5,\"GBP\":0.74}}";
	}

	private static String openRates() {
		return "{\"result\":\"success\",\"time_last_update_unix\":"
				+ Instant.parse("2026-07-11T00:02:31Z").getEpochSecond()
				+ ",\"base_code\":\"USD\",\"rates\":{\"EUR\":0.9,\"RUB\":91}}";
	}

	private static String[] positionstack(String... more) {
		return Stream
			.concat(Stream.of("positionstack.key=" + KEY, "positionstack.base-url=" + server.url()), Stream.of(more))
			.toArray(String[]::new);
	}

	private ReferenceData start(String... properties) {
		this.application = EnrichmentApplication.start(DATABASE, this.clock, properties);
		return data();
	}

	private void restart(String... properties) {
		application().close();
		start(properties);
	}

	private EnrichmentApplication application() {
		assertThat(this.application).isNotNull();
		return this.application;
	}

	private ReferenceData data() {
		return application().referenceData();
	}

	private ProviderStatus status(String provider) {
		return data().status()
			.stream()
			.filter((status) -> status.provider().equals(provider))
			.findFirst()
			.orElseThrow();
	}

}
