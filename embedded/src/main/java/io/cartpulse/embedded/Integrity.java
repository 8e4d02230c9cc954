package io.cartpulse.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The pinned hash of a fetched file, written as package lock files write it.
 *
 * @param value {@code sha512-} and the hash in base 64
 */
record Integrity(String value) {

	static Integrity of(Path file) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-512");
			try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
				in.transferTo(OutputStream.nullOutputStream());
			}
			return new Integrity("sha512-" + Base64.getEncoder().encodeToString(digest.digest()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void check(Path file) throws IOException {
		Integrity found = of(file);
		if (!equals(found)) {
			throw new IOException(file.getFileName() + " is not the expected file: its hash is " + found.value
					+ ", not " + this.value);
		}
	}

}
