package io.cartpulse.enrichment.web;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

class KeyOnTheWireTests {

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));

	@BeforeEach
	void start() {
		this.server.start();
		this.server.stubFor(any(anyUrl()).willReturn(ok("fine")));
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void requestsCarryTheKey() {
		get(HttpClient.create(), "http://127.0.0.1:" + this.server.port() + "/path");
		assertThat(lastUrl()).isEqualTo("/path?key=a%26b");
	}

	@Test
	void encryptedRequestsCarryTheKey() {
		SslProvider.GenericSslContextSpec<?> trusting = Http11SslContextSpec.forClient()
			.configure((context) -> context.trustManager(InsecureTrustManagerFactory.INSTANCE));
		get(HttpClient.create().secure((secure) -> secure.sslContext(trusting)),
				"https://127.0.0.1:" + this.server.httpsPort() + "/path?a=1");
		assertThat(lastUrl()).isEqualTo("/path?a=1&key=a%26b");
	}

	private static void get(HttpClient client, String url) {
		String answer = KeyOnTheWire.addedTo(client, "key", ApiKey.of(" a&b "))
			.get()
			.uri(url)
			.responseContent()
			.aggregate()
			.asString()
			.block();
		assertThat(answer).isEqualTo("fine");
	}

	private String lastUrl() {
		return this.server.getAllServeEvents().get(0).getRequest().getUrl();
	}

}
