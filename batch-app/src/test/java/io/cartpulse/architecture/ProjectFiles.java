package io.cartpulse.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The project's sources, wherever the tests are started.
 */
public final class ProjectFiles {

	private static final Path ROOT = root();

	private static final List<Path> SOURCES = sources();

	private ProjectFiles() {
	}

	/** The folder of the whole project. */
	public static Path projectRoot() {
		return ROOT;
	}

	/** All Java sources, tests included. */
	static List<Path> java() {
		return SOURCES.stream().filter((file) -> file.toString().endsWith(".java")).toList();
	}

	/** All SQL files, migrations included. */
	static List<Path> sql() {
		return SOURCES.stream().filter((file) -> file.toString().endsWith(".sql")).toList();
	}

	/** All documents. */
	static List<Path> markdown() {
		return SOURCES.stream().filter((file) -> file.toString().endsWith(".md")).toList();
	}

	/** Reads a file. */
	public static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("mvnw"))) {
			folder = folder.getParent();
			if (folder == null) {
				throw new IllegalStateException("no folder above the working directory holds mvnw");
			}
		}
		return folder;
	}

	private static List<Path> sources() {
		List<Path> found = new ArrayList<>();
		try {
			Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
					return isSource(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					found.add(file);
					return FileVisitResult.CONTINUE;
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Collections.sort(found);
		return found;
	}

	private static boolean isSource(Path folder) {
		String name = folder.getFileName().toString();
		return folder.equals(ROOT) || !(name.equals("target") || name.startsWith("."));
	}

}
