package io.cartpulse.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into messages that are not too long: at the end of a line where there is
 * one, and never within a character.
 */
final class MessageParts {

	private MessageParts() {
	}

	static List<String> of(String text, int longest) {
		List<String> parts = new ArrayList<>();
		String rest = text;
		while (rest.length() > longest) {
			int end = end(rest, longest);
			parts.add(rest.substring(0, end));
			rest = rest.substring((rest.charAt(end) == '\n') ? end + 1 : end);
		}
		if (!rest.isEmpty()) {
			parts.add(rest);
		}
		return parts;
	}

	private static int end(String text, int longest) {
		int lineEnd = text.lastIndexOf('\n', longest);
		if (lineEnd > 0) {
			return lineEnd;
		}
		return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
	}

}
