package io.cartpulse.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path once per user.
 */
final class PostgresBinaries {

	private static final int OWNER_MAY_EXECUTE = 0100;

	private final Path folder;

	private PostgresBinaries(Path folder) {
		this.folder = folder;
	}

	static PostgresBinaries unpack(CacheFolder cache) throws IOException {
		String name = "postgresql-" + digest();
		return new PostgresBinaries(cache.entry(name, PostgresBinaries::unpackInto));
	}

	/**
	 * Builds a command line. PostgreSQL refuses to run as root; in a user namespace of
	 * its own it is nobody, while its files still belong to root.
	 * @param program the program's name
	 * @param arguments its arguments
	 * @return the command line
	 */
	List<String> line(String program, String... arguments) {
		List<String> line = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			line.addAll(List.of("unshare", "-U"));
		}
		line.add(this.folder.resolve("bin").resolve(program).toString());
		line.addAll(List.of(arguments));
		return line;
	}

	private static InputStream archive() throws IOException {
		String system = System.getProperty("os.name");
		String architecture = System.getProperty("os.arch");
		try {
			String normalized = system.startsWith("Mac") ? "Darwin" : system.startsWith("Win") ? "Windows" : system;
			InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(normalized,
					ArchUtils.normalize(architecture));
			return new BufferedInputStream(archive, 1 << 16);
		}
		catch (RuntimeException ex) {
			throw new EngineStartException("There is no embedded PostgreSQL for " + system + " on " + architecture
					+ ". Name a PostgreSQL server with the property cartpulse.postgres.url.", ex);
		}
	}

	private static String digest() throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			try (InputStream in = new DigestInputStream(archive(), digest)) {
				in.transferTo(java.io.OutputStream.nullOutputStream());
			}
			return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void unpackInto(Path folder) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(tar, entry, folder);
			}
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
		Path target = folder.resolve(entry.getName()).normalize();
		if (!target.startsWith(folder)) {
			throw new IOException("The archive names a file outside of its folder: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		if (entry.isLink()) {
			Files.createLink(target, folder.resolve(entry.getLinkName()));
			return;
		}
		Files.copy(tar, target);
		boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
	}

}
