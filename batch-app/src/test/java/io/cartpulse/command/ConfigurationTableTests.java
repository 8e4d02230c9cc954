package io.cartpulse.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cartpulse.architecture.ProjectFiles;
import io.cartpulse.terminal.Progress;
import io.cartpulse.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the README's tables of properties: they tell what the code reads, all of it
 * and nothing else.
 */
class ConfigurationTableTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `(cartpulse\\.[^`]+)` \\| (.*?) \\| .+ \\|$");

	/** What each property is when it is unset, as the README says. */
	private final Map<String, String> documented = documented();

	@Test
	void tablesHaveThePropertiesThatTheCodeReads() {
		SortedSet<String> read = new TreeSet<>(settings().keySet());
		read.addAll(askedByEngineStarter());
		assertThat(this.documented).containsOnlyKeys(read);
	}

	@Test
	void tablesHaveTheDefaultsOfTheSettings() {
		Set<String> ofEngines = askedByEngineStarter();
		SortedMap<String, String> defaults = settings();
		defaults.keySet().removeAll(ofEngines);
		defaults.values().removeIf(String::isEmpty);
		assertThat(defaults).isNotEmpty()
			.allSatisfy((name, value) -> assertThat(this.documented.get(name)).as(name).isEqualTo("`" + value + "`"));
	}

	private static Map<String, String> documented() {
		Map<String, String> rows = new TreeMap<>();
		ROW.matcher(ProjectFiles.read(ProjectFiles.projectRoot().resolve("README.md")))
			.results()
			.forEach((row) -> rows.put(row.group(1), row.group(2)));
		return rows;
	}

	/** The properties of all settings records with their defaults, empty for none. */
	private static SortedMap<String, String> settings() {
		SortedMap<String, String> properties = new TreeMap<>();
		for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.cartpulse")) {
			if (type.isAnnotatedWith(ConfigurationProperties.class)) {
				Class<?> settings = type.reflect();
				add(settings, settings.getAnnotation(ConfigurationProperties.class).value(), properties);
			}
		}
		return properties;
	}

	/** The defaults are annotations of the record's constructor. */
	private static void add(Class<?> settings, String prefix, Map<String, String> properties) {
		for (Parameter component : settings.getDeclaredConstructors()[0].getParameters()) {
			String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
			if (component.getType().isRecord()) {
				add(component.getType(), name, properties);
			}
			else {
				boolean map = Map.class.isAssignableFrom(component.getType());
				properties.put(map ? name + ".*" : name, defaultOf(component));
			}
		}
	}

	private static String defaultOf(Parameter component) {
		DefaultValue value = component.getAnnotation(DefaultValue.class);
		return (value != null) ? String.join(",", value.value()) : "";
	}

	/** With a server for everything, it starts nothing and asks for all it knows. */
	private static SortedSet<String> askedByEngineStarter() {
		AskedProperties asked = new AskedProperties(Map.of("cartpulse.postgres.url", "jdbc:postgresql://db/shop",
				"cartpulse.kafka.bootstrap-servers", "broker:9092", "cartpulse.clickhouse.url", "http://olap:8123"));
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(asked);
		PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
		try (EngineStarter starter = new EngineStarter(new Progress(new Terminal(nowhere, false)))) {
			starter.onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
					new SpringApplication(), new String[0], environment));
		}
		return asked.names;
	}

	/**
	 * Properties that remember what they were asked for.
	 */
	private static final class AskedProperties extends PropertySource<Map<String, String>> {

		private final SortedSet<String> names = new TreeSet<>();

		private AskedProperties(Map<String, String> properties) {
			super("asked", properties);
		}

		@Override
		public @Nullable Object getProperty(String name) {
			this.names.add(name);
			return getSource().get(name);
		}

	}

}
