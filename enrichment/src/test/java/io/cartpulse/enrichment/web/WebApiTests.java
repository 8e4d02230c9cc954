package io.cartpulse.enrichment.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class WebApiTests {

	private static final int CONNECTIONS = 2;

	private static final int REQUESTS = 60;

	private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();

	private final AtomicInteger requests = new AtomicInteger();

	private final ExecutorService serverThreads = Executors.newFixedThreadPool(8);

	private final HttpServer server;

	private final WebApi api;

	WebApiTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.api = new WebApi(new Endpoint("provider",
				URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()), "key", ApiKey.of("secret"),
				Duration.ofSeconds(20), Duration.ofSeconds(20), DataSize.ofKilobytes(64), CONNECTIONS),
				WebClient.builder(), (json) -> null, Map.of());
	}

	@BeforeEach
	void start() {
		this.server.setExecutor(this.serverThreads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.api.close();
		this.server.stop(0);
		this.serverThreads.shutdownNow();
	}

	/** The next may come before the connection is given back, so that there are two. */
	@Test
	void requestsOneAfterTheOtherReuseConnections() {
		for (int i = 0; i < REQUESTS; i++) {
			this.api.get("/rates", Map.of());
		}
		assertThat(this.requests).hasValue(REQUESTS);
		assertThat(this.clients).hasSizeBetween(1, CONNECTIONS);
	}

	/** No more are under way than there are connections: the guard sees to that. */
	@Test
	void requestsAtOnceReuseConnections() throws InterruptedException {
		ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS);
		for (int i = 0; i < REQUESTS; i++) {
			callers.execute(() -> this.api.get("/rates", Map.of()));
		}
		callers.shutdown();
		assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.requests).hasValue(REQUESTS);
		assertThat(this.clients).hasSizeBetween(1, CONNECTIONS);
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.clients.add(exchange.getRemoteAddress());
		this.requests.incrementAndGet();
		byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
