package io.cartpulse.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import io.cartpulse.doctor.Finding.Level;
import io.cartpulse.mart.ClickHouseSettings;
import io.cartpulse.metabase.MetabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link MetabaseCheck}.
 */
class MetabaseCheckTests {

	private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	MetabaseCheckTests() throws IOException {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void noMetabaseIsAllRight() throws Exception {
		assertThat(look(Map.of())).extracting(Finding::level).containsExactly(Level.OK);
	}

	@ParameterizedTest
	@CsvSource({ "200, OK, it is up", "503, WARN, HTTP 503" })
	void asksForItsHealth(int status, Level level, String words) throws Exception {
		this.server.createContext("/api/health", (exchange) -> {
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		assertThat(look(Map.of("cartpulse.metabase.url", address()))).singleElement().satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(level);
			assertThat(finding.message()).contains(words);
		});
	}

	@Test
	void saysWhereItDoesNotAnswer() throws Exception {
		String address = address();
		this.server.stop(0);
		assertThat(look(Map.of("cartpulse.metabase.url", address))).singleElement().satisfies((finding) -> {
			assertThat(finding.message()).contains("does not answer at " + address);
			assertThat(finding.mend()).contains("cartpulse.metabase.url");
		});
	}

	private String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private static List<Finding> look(Map<String, String> metabase) throws Exception {
		Binder binder = new Binder(new MapConfigurationPropertySource(metabase));
		return new MetabaseCheck(binder.bindOrCreate("cartpulse.metabase", MetabaseSettings.class),
				new ClickHouseSettings(URI.create("http://127.0.0.1:1"), "u", "p", Duration.ofSeconds(1)))
			.look();
	}

}
