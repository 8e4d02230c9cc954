package io.cartpulse.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads dashboards from YAML. It is strict: what is not known, missing, or would not fit
 * on the grid is told, with its place, and nothing is shown in half.
 */
public final class DashboardReader {

	private static final String FILES = "classpath*:dashboards/*.yaml";

	private final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.build();

	/** The dashboards on the class path, by their position. */
	public List<DashboardDefinition> readAll() {
		List<DashboardDefinition> dashboards = Arrays.stream(files())
			.map(this::read)
			.sorted(Comparator.comparingInt(DashboardDefinition::position))
			.toList();
		return DefinitionRules.requireDistinct(dashboards, "dashboards", DashboardDefinition::id);
	}

	/**
	 * Reads a dashboard.
	 * @param file what the file is called, for messages
	 * @param yaml its text
	 * @throws InvalidDashboardException when it cannot be followed
	 */
	public DashboardDefinition read(String file, InputStream yaml) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try {
			Object content = new Yaml(new SafeConstructor(options)).load(yaml);
			DashboardDefinition read = this.mapper.convertValue(content, DashboardDefinition.class);
			if (read == null) {
				throw new InvalidDashboardException(file, "the file is empty");
			}
			return read;
		}
		catch (YAMLException ex) {
			throw new InvalidDashboardException(file, "no YAML: " + ex.getMessage(), ex);
		}
		catch (JacksonException ex) {
			throw new InvalidDashboardException(file, place(ex) + mistake(ex), ex);
		}
	}

	private DashboardDefinition read(Resource resource) {
		try (InputStream yaml = resource.getInputStream()) {
			return read(String.valueOf(resource.getFilename()), yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Resource[] files() {
		try {
			return new PathMatchingResourcePatternResolver().getResources(FILES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where in the file, {@code cards[2].layout}. */
	private static String place(JacksonException failure) {
		String place = failure.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining());
		return place.isEmpty() ? "" : place.substring(1) + ": ";
	}

	private static @Nullable String mistake(JacksonException failure) {
		if (failure instanceof UnrecognizedPropertyException unknown) {
			return "is not known; known here are " + unknown.getKnownPropertyIds();
		}
		if (failure.getOriginalMessage().startsWith("Cannot map `null`")) {
			return "is missing";
		}
		if (failure instanceof ValueInstantiationException && failure.getCause() != null) {
			return failure.getCause().getMessage();
		}
		// Jackson's advice in brackets is for who configures it
		return failure.getOriginalMessage().replaceFirst(" \\((?:but|set) .*", "");
	}

}
