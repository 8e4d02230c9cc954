package io.cartpulse.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The ClickHouse engine as a library: a configured file, or the pinned package fetched
 * once per user.
 */
final class ClickHouseLibrary {

	static final String PACKAGE = "@chdb/lib-linux-x64-gnu@26.7.3-stable.1";

	static final Integrity INTEGRITY = new Integrity(
			"sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==");

	private static final String FILE = "libchdb.so";

	private static final String WAYS_OUT = " Two ways out: name a library that is already there with the property"
			+ " cartpulse.clickhouse.library, or a ClickHouse server with the property cartpulse.clickhouse.url.";

	private final CacheFolder cache;

	private final Consumer<String> progress;

	private final String platform;

	private final String npm;

	ClickHouseLibrary(CacheFolder cache, Consumer<String> progress) {
		this(cache, progress, System.getProperty("os.name") + "-" + System.getProperty("os.arch"), "npm");
	}

	ClickHouseLibrary(CacheFolder cache, Consumer<String> progress, String platform, String npm) {
		this.cache = cache;
		this.progress = progress;
		this.platform = platform.toLowerCase(Locale.ROOT);
		this.npm = npm;
	}

	Path locate(@Nullable Path configured) {
		if (configured != null) {
			return existing(configured);
		}
		if (!this.platform.equals("linux-amd64") && !this.platform.equals("linux-x86_64")) {
			throw new EngineStartException("The ClickHouse library is published for linux on x64 only, this is "
					+ this.platform + "." + WAYS_OUT);
		}
		try {
			return this.cache.entry("chdb-26.7.3-stable.1", this::fetch).resolve(FILE);
		}
		catch (IOException ex) {
			throw new EngineStartException("The ClickHouse library " + PACKAGE + " could not be fetched with npm: "
					+ ex.getMessage() + "." + WAYS_OUT, ex);
		}
	}

	private static Path existing(Path configured) {
		if (!Files.isReadable(configured) || Files.isDirectory(configured)) {
			throw new EngineStartException("There is no readable library " + configured
					+ ", which the property cartpulse.clickhouse.library names.");
		}
		return configured.toAbsolutePath();
	}

	private void fetch(Path folder) throws IOException {
		long start = System.nanoTime();
		this.progress.accept("Fetching the ClickHouse library " + PACKAGE + " (178 MB, only this once) ...");
		Path archive = pack(folder);
		this.progress.accept("Checking and unpacking the ClickHouse library ...");
		INTEGRITY.check(archive);
		unpack(archive, folder.resolve(FILE));
		Files.delete(archive);
		this.progress.accept("The ClickHouse library is ready (%.0f s)".formatted((System.nanoTime() - start) / 1e9));
	}

	private Path pack(Path folder) throws IOException {
		Command pack = Command.run(folder, List.of(this.npm, "pack", "--json", PACKAGE), "", true);
		if (!pack.succeeded()) {
			throw new IOException("npm pack ended with " + pack.exitCode() + ": " + pack.output().strip());
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".tgz"))
				.findFirst()
				.orElseThrow(() -> new IOException("npm pack left no archive: " + pack.output().strip()));
		}
	}

	private static void unpack(Path archive, Path target) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 20);
				TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in, 1 << 16))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				if (entry.getName().equals("package/" + FILE)) {
					Files.copy(tar, target);
					return;
				}
			}
		}
		throw new IOException("The archive holds no " + FILE);
	}

}
