package io.cartpulse.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The user's folder for what can be fetched or unpacked again. An entry appears complete
 * or not at all, also when several applications want it at once.
 */
final class CacheFolder {

	/** Fills the folder of a new entry. */
	interface Filler {

		void fill(Path folder) throws IOException;

	}

	private static final Map<Path, Object> GATES = new ConcurrentHashMap<>();

	private final Path path;

	CacheFolder(Path path) {
		this.path = path;
	}

	static CacheFolder ofUser(Path fallback) {
		Path preferred = preferred(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"));
		try {
			Files.createDirectories(preferred);
			if (Files.isWritable(preferred)) {
				return new CacheFolder(preferred);
			}
		}
		catch (IOException ex) {
			// an account without a home, a service for example, keeps the cache with its
			// data
		}
		return new CacheFolder(fallback);
	}

	static Path preferred(@Nullable String xdgCacheHome, String userHome) {
		boolean usable = xdgCacheHome != null && Path.of(xdgCacheHome).isAbsolute();
		Path caches = usable ? Path.of(String.valueOf(xdgCacheHome)) : Path.of(userHome, ".cache").toAbsolutePath();
		return caches.resolve("cartpulse");
	}

	Path path() {
		return this.path;
	}

	Path entry(String name, Filler filler) throws IOException {
		Path entry = this.path.resolve(name);
		if (Files.isDirectory(entry)) {
			return entry;
		}
		// a file lock keeps out other processes only, not other threads of this one
		synchronized (GATES.computeIfAbsent(entry, (key) -> new Object())) {
			createAlone(name, entry, filler);
		}
		return entry;
	}

	private void createAlone(String name, Path entry, Filler filler) throws IOException {
		Files.createDirectories(this.path);
		try (FileChannel channel = FileChannel.open(this.path.resolve(name + ".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			if (lock.isValid() && !Files.isDirectory(entry)) {
				create(entry, filler);
			}
		}
	}

	private void create(Path entry, Filler filler) throws IOException {
		Path draft = Files.createTempDirectory(this.path, "draft-");
		try {
			filler.fill(draft);
			Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			delete(draft);
		}
	}

	static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
