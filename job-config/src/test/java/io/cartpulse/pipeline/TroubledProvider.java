package io.cartpulse.pipeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * Open Exchange Rates on a bad day: it lets requests hang, then fails, then answers as
 * documented.
 */
final class TroubledProvider implements AutoCloseable {

	private final Gate gate = new Gate();

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1").extensions(this.gate));

	TroubledProvider() {
		this.server.start();
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
	}

	String url() {
		return this.server.baseUrl();
	}

	/** Waits until a request hangs, at most half a minute. */
	void awaitHanging() throws InterruptedException {
		if (!this.gate.reached.await(30, TimeUnit.SECONDS)) {
			throw new IllegalStateException("no request came");
		}
	}

	/** Answers what hangs, and all that comes, with an error. */
	void fail() {
		this.gate.open.countDown();
	}

	/** Tells the rates of a day from now on. */
	void tell(LocalDate day, String eur, String rub) {
		long close = day.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1;
		this.server.stubFor(get(urlPathEqualTo("/historical/" + day + ".json")).willReturn(okJson(
				"{\"timestamp\":%d,\"base\":\"USD\",\"rates\":{\"EUR\":%s,\"RUB\":%s}}".formatted(close, eur, rub))));
	}

	int requests() {
		return this.server.getAllServeEvents().size();
	}

	@Override
	public void close() {
		this.gate.open.countDown();
		this.server.stop();
	}

	/**
	 * Holds each request until it is opened.
	 */
	private static final class Gate implements ResponseDefinitionTransformerV2 {

		private final CountDownLatch reached = new CountDownLatch(1);

		private final CountDownLatch open = new CountDownLatch(1);

		@Override
		public ResponseDefinition transform(ServeEvent request) {
			this.reached.countDown();
			try {
				this.open.await(2, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return request.getResponseDefinition();
		}

		@Override
		public String getName() {
			return "gate";
		}

	}

}
