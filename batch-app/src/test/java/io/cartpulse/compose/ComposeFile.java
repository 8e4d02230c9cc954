package io.cartpulse.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The project's docker-compose.yml.
 *
 * @param folder the folder that it is in
 * @param text what is in it
 * @param services its services by name
 * @param volumes the names of its volumes
 */
record ComposeFile(Path folder, String text, Map<String, Service> services, Set<String> volumes) {

	/** Services whose image is built here. */
	static final String OURS = "cartpulse/";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[^}]*}");

	static ComposeFile read() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("docker-compose.yml"))) {
			folder = folder.getParent();
		}
		String text = read(folder.resolve("docker-compose.yml"));
		Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
		Map<String, Service> services = new LinkedHashMap<>();
		map(content, "services").forEach((name, service) -> services.put(name, new Service(asMap(service))));
		return new ComposeFile(folder, text, services, map(content, "volumes").keySet());
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The variables that it takes from .env. */
	Set<String> variables() {
		return VARIABLE.matcher(this.text)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> asMap(Object value) {
		return (Map<String, Object>) value;
	}

	private static Map<String, Object> map(Map<String, Object> owner, String key) {
		return asMap(owner.getOrDefault(key, Map.of()));
	}

	/**
	 * A service.
	 *
	 * @param content what the file says of it
	 */
	record Service(Map<String, Object> content) {

		String text(String key) {
			return String.valueOf(this.content.getOrDefault(key, ""));
		}

		List<String> list(String key) {
			return ((List<?>) this.content.getOrDefault(key, List.of())).stream().map(String::valueOf).toList();
		}

		boolean has(String key) {
			return this.content.containsKey(key);
		}

		boolean isOurs() {
			return text("image").startsWith(OURS);
		}

		boolean endsByItself() {
			return text("restart").equals("no");
		}

		boolean hasHealthcheck() {
			return !map(this.content, "healthcheck").getOrDefault("test", "").equals("");
		}

		Map<String, String> environment() {
			Map<String, String> environment = new LinkedHashMap<>();
			map(this.content, "environment").forEach((name, value) -> environment.put(name, String.valueOf(value)));
			return environment;
		}

		/** What it waits for, and in which state. */
		Map<String, String> waitsFor() {
			Map<String, String> waitsFor = new LinkedHashMap<>();
			map(this.content, "depends_on")
				.forEach((name, how) -> waitsFor.put(name, String.valueOf(asMap(how).get("condition"))));
			return waitsFor;
		}

	}

}
