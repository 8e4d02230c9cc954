package io.cartpulse.command;

import java.nio.file.Path;
import java.util.Map;

import io.cartpulse.embedded.EmbeddedSettings;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link EngineStarter}.
 */
class EngineStarterTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void startsEverythingWhereNothingIsConfigured() {
		assertThat(EngineStarter.settings(this.environment))
			.isEqualTo(EmbeddedSettings.defaults(Path.of(".cartpulse")));
	}

	@Test
	void leavesOutWhatAServerIsNamedFor() {
		this.environment.setProperty("cartpulse.postgres.url", "jdbc:postgresql://db/shop");
		this.environment.setProperty("cartpulse.clickhouse.url", "http://olap:8123");
		EmbeddedSettings settings = EngineStarter.settings(this.environment);
		assertThat(settings.postgres()).isFalse();
		assertThat(settings.kafka()).isTrue();
		assertThat(settings.clickHouse()).isFalse();
	}

	@Test
	void takesPortsFolderLibraryAndPasswords() {
		this.environment.setProperty("cartpulse.data-dir", "/data");
		this.environment.setProperty("cartpulse.postgres.port", "1");
		this.environment.setProperty("cartpulse.kafka.port", "2");
		this.environment.setProperty("cartpulse.clickhouse.port", "3");
		this.environment.setProperty("cartpulse.clickhouse.library", "/lib/libchdb.so");
		this.environment.setProperty("cartpulse.owner.password", "o");
		this.environment.setProperty("cartpulse.analyst.password", "a");
		assertThat(EngineStarter.settings(this.environment)).isEqualTo(new EmbeddedSettings(Path.of("/data"), 1, 2, 3,
				true, true, true, Path.of("/lib/libchdb.so"), Map.of("owner.password", "o", "analyst.password", "a")));
	}

	@Test
	void namesThePortThatIsNone() {
		this.environment.setProperty("cartpulse.kafka.port", "many");
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> EngineStarter.settings(this.environment))
			.withMessage("cartpulse.kafka.port=many is not a port");
	}

}
