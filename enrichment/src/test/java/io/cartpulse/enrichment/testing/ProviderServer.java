package io.cartpulse.enrichment.testing;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

/**
 * A web server that plays provider.
 */
public final class ProviderServer implements AutoCloseable {

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1").containerThreads(40));

	private ProviderServer() {
		this.server.start();
	}

	public static ProviderServer start() {
		return new ProviderServer();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	/**
	 * Forgets stubs and requests.
	 */
	public void reset() {
		this.server.resetAll();
	}

	/**
	 * Answers every request alike.
	 */
	public void answer(ResponseDefinitionBuilder answer) {
		stub(any(anyUrl()).willReturn(answer));
	}

	/**
	 * Answers every request with a JSON text.
	 */
	public void answer(int status, String json) {
		answer(WireMock.aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(json));
	}

	public void stub(MappingBuilder mapping) {
		this.server.stubFor(mapping);
	}

	/**
	 * Path and query of the requests that came, the first one first.
	 */
	public List<String> requests() {
		List<String> urls = this.server.getAllServeEvents()
			.stream()
			.map(ServeEvent::getRequest)
			.map((request) -> request.getUrl())
			.collect(Collectors.toList());
		Collections.reverse(urls);
		return urls;
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
