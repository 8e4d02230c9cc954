package io.cartpulse.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The properties that something reads: those of our settings records, those that the
 * start of the engines looks at, and Spring Boot's.
 */
final class KnownProperties {

	/** Read before there are settings: see EngineStarter. */
	private static final List<String> OF_THE_START = List.of("cartpulse.data-dir", "cartpulse.postgres.url",
			"cartpulse.postgres.user", "cartpulse.postgres.password");

	private final Set<String> names = new TreeSet<>();

	KnownProperties() {
		OF_THE_START.forEach(this::add);
		addRecords();
		addSpringBoot();
	}

	/** Whether a variable of the environment sets one of them. */
	boolean isSetBy(String variable) {
		return this.names.contains(bare(variable));
	}

	private void addRecords() {
		ClassPathScanningCandidateComponentProvider records = new ClassPathScanningCandidateComponentProvider(false);
		records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		for (BeanDefinition found : records.findCandidateComponents("io.cartpulse")) {
			Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
			addComponents(type.getAnnotation(ConfigurationProperties.class).value(), type);
		}
	}

	private void addComponents(String prefix, Class<?> type) {
		for (RecordComponent component : type.getRecordComponents()) {
			String name = prefix + "." + component.getName();
			if (component.getType().isRecord()) {
				addComponents(name, component.getType());
			}
			else {
				add(name);
			}
		}
	}

	private void addSpringBoot() {
		try {
			for (URL file : Collections
				.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream json = file.openStream()) {
					for (JsonNode property : JsonMapper.shared().readTree(json).path("properties")) {
						add(property.path("name").asString());
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(String name) {
		this.names.add(bare(name));
	}

	/** The same for cartpulse.data-dir and CARTPULSE_DATA_DIR. */
	private static String bare(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

}
