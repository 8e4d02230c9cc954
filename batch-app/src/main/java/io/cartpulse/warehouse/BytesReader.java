package io.cartpulse.warehouse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Tells text from other bytes.
 */
final class BytesReader {

	private BytesReader() {
	}

	/**
	 * Shows bytes.
	 * @param bytes the bytes, or the first ones of them
	 * @param length how many there are in all
	 */
	static DeadLetter.@Nullable Bytes show(byte @Nullable [] bytes, long length) {
		if (bytes == null) {
			return null;
		}
		boolean cut = bytes.length < length;
		CharBuffer text = CharBuffer.allocate(bytes.length);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		// a character may be cut in two
		boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), text, !cut).isError();
		text.flip();
		boolean plain = !malformed && text.chars().noneMatch(BytesReader::isControl);
		return plain ? new DeadLetter.Bytes("text", text.toString(), length, cut)
				: new DeadLetter.Bytes("base64", Base64.getEncoder().encodeToString(bytes), length, cut);
	}

	private static boolean isControl(int one) {
		return Character.isISOControl(one) && !Character.isWhitespace(one);
	}

}
