package io.cartpulse.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Name-based UUIDs of version 5 (RFC 9562, section 5.5), and UUIDs of MD5 digests.
 */
final class NameBasedUuid {

	/** The URL namespace of RFC 9562, appendix A. */
	private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

	private static final ThreadLocal<MessageDigest> SHA_1 = ThreadLocal.withInitial(() -> digest("SHA-1"));

	private static final ThreadLocal<MessageDigest> MD5 = ThreadLocal.withInitial(() -> digest("MD5"));

	private NameBasedUuid() {
	}

	/** The version 5 UUID of a name. */
	static UUID of(String name) {
		MessageDigest sha1 = SHA_1.get();
		sha1.update(ByteBuffer.allocate(16)
			.putLong(NAMESPACE.getMostSignificantBits())
			.putLong(NAMESPACE.getLeastSignificantBits())
			.array());
		ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
		long most = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
		long least = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(most, least);
	}

	/** The MD5 digest of a text's UTF-8, all its 128 bits. */
	static UUID md5(CharSequence text) {
		ByteBuffer hash = ByteBuffer.wrap(MD5.get().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
		return new UUID(hash.getLong(), hash.getLong());
	}

	private static MessageDigest digest(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has " + algorithm, ex);
		}
	}

}
