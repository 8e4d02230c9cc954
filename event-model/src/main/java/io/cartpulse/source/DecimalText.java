package io.cartpulse.source;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Reads the contract's numbers: JSON's grammar, of at most 40 characters and an exponent
 * within ±20, leading zeros allowed. Nothing passes through a double.
 */
final class DecimalText {

	private static final int MAX_LENGTH = 40;

	private static final int MAX_EXPONENT = 20;

	private DecimalText() {
	}

	/**
	 * Reads a decimal.
	 * @param text trimmed, not empty
	 * @return the number; null when unreadable
	 */
	static @Nullable BigDecimal read(String text) {
		return (text.length() <= MAX_LENGTH && isNumber(text)) ? new BigDecimal(text) : null;
	}

	/**
	 * Reads a whole number, which may be written 5.0 or 5e0.
	 * @param text trimmed, not empty
	 * @return the number; null when unreadable, not whole, or beyond 64 bits
	 */
	static @Nullable Long readWhole(String text) {
		if (text.length() <= 18 && isDigits(text)) {
			return Long.parseLong(text);
		}
		BigDecimal number = read(text);
		if (number == null) {
			return null;
		}
		if (number.signum() == 0) {
			return 0L;
		}
		BigDecimal plain = number.stripTrailingZeros();
		if (plain.scale() > 0 || plain.precision() - plain.scale() > 19) {
			return null;
		}
		try {
			return plain.longValueExact();
		}
		catch (ArithmeticException ex) {
			return null;
		}
	}

	private static boolean isDigits(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	private static boolean isNumber(String text) {
		int at = (text.charAt(0) == '-') ? 1 : 0;
		int end = digitsFrom(text, at);
		if (end == at) {
			return false;
		}
		if (end < text.length() && text.charAt(end) == '.') {
			at = end + 1;
			end = digitsFrom(text, at);
			if (end == at) {
				return false;
			}
		}
		return end == text.length() || isExponent(text, end);
	}

	private static boolean isExponent(String text, int from) {
		if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
			return false;
		}
		int at = from + 1;
		if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
			at++;
		}
		int end = digitsFrom(text, at);
		if (end == at || end != text.length()) {
			return false;
		}
		while (at < end - 1 && text.charAt(at) == '0') {
			at++;
		}
		return end - at <= 2 && Integer.parseInt(text, at, end, 10) <= MAX_EXPONENT;
	}

	private static int digitsFrom(String text, int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
			at++;
		}
		return at;
	}

}
