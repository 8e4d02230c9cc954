package io.cartpulse.enrichment.atlas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The atlas's resources; {@code enrichment/atlas/make-atlas.sh} makes them.
 */
final class AtlasFile {

	private AtlasFile() {
	}

	static List<City> cities() {
		Map<String, String> zones = new HashMap<>();
		List<City> cities = new ArrayList<>();
		for (String[] columns : read("cities.tsv.gz")) {
			String country = Objects.requireNonNull(Countries.name(columns[1]), columns[1]);
			String zone = zones.computeIfAbsent(columns[5], (name) -> name);
			String code = Objects.requireNonNull(Countries.code(columns[1]));
			cities.add(new City(columns[0], country, code, Integer.parseInt(columns[2]) / 1000.0,
					Integer.parseInt(columns[3]) / 1000.0, Integer.parseInt(columns[4]) / 10.0, zone));
		}
		return cities;
	}

	/** Code and name. */
	static List<String[]> countries() {
		return read("countries.tsv");
	}

	private static List<String[]> read(String name) {
		try (InputStream file = Objects.requireNonNull(AtlasFile.class.getResourceAsStream(name), name);
				InputStream unpacked = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
				BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
			return lines.lines().map((line) -> line.split("\t", -1)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
