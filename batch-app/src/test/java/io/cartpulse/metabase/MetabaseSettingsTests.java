package io.cartpulse.metabase;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link MetabaseSettings}.
 */
class MetabaseSettingsTests {

	@Test
	void unsetThereIsNoMetabase() {
		MetabaseSettings settings = bind(Map.of());
		assertThat(settings).isEqualTo(new MetabaseSettings(null, "", "", Locale.ENGLISH, "cartpulse",
				Duration.ofMinutes(10), Duration.ofSeconds(2), Duration.ofMinutes(1),
				new MetabaseSettings.MartDatabase("cartpulse", "127.0.0.1", 8123, "analyst", "")));
		assertThat(settings.missing()).containsExactly("cartpulse.metabase.url", "cartpulse.metabase.user",
				"cartpulse.metabase.password", "cartpulse.metabase.database.password");
	}

	@Test
	void takesEveryProperty() {
		MetabaseSettings settings = bind(all());
		assertThat(settings).isEqualTo(new MetabaseSettings(URI.create("http://metabase:3000"), "a@b.example", "p",
				Locale.forLanguageTag("ru"), "shop", Duration.ofMinutes(3), Duration.ofMillis(5), Duration.ofSeconds(7),
				new MetabaseSettings.MartDatabase("marts", "clickhouse", 9000, "reader", "q")));
		assertThat(settings.missing()).isEmpty();
	}

	@Test
	void neverShowsAPassword() {
		Map<String, Object> all = all();
		all.put("cartpulse.metabase.password", "open-sesame");
		all.put("cartpulse.metabase.database.password", "open-sesame");
		MetabaseSettings settings = bind(all);
		assertThat(settings + " " + settings.database()).doesNotContain("open-sesame");
	}

	private static Map<String, Object> all() {
		Map<String, Object> all = new HashMap<>();
		all.put("cartpulse.metabase.url", "http://metabase:3000");
		all.put("cartpulse.metabase.user", "a@b.example");
		all.put("cartpulse.metabase.password", "p");
		all.put("cartpulse.metabase.language", "ru");
		all.put("cartpulse.metabase.collection", "shop");
		all.put("cartpulse.metabase.patience", "3m");
		all.put("cartpulse.metabase.pause", "5ms");
		all.put("cartpulse.metabase.timeout", "7s");
		all.put("cartpulse.metabase.database.name", "marts");
		all.put("cartpulse.metabase.database.host", "clickhouse");
		all.put("cartpulse.metabase.database.port", "9000");
		all.put("cartpulse.metabase.database.user", "reader");
		all.put("cartpulse.metabase.database.password", "q");
		return all;
	}

	private static MetabaseSettings bind(Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cartpulse.metabase",
				MetabaseSettings.class);
	}

}
