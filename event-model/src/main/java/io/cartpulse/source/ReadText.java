package io.cartpulse.source;

/**
 * Trims the contract's texts.
 */
final class ReadText {

	private ReadText() {
	}

	/** The text without Unicode white space and U+0000..U+0020 at its ends. */
	static String trim(String text) {
		int begin = 0;
		int end = text.length();
		while (begin < end && isBlank(text.charAt(begin))) {
			begin++;
		}
		while (end > begin && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(begin, end);
	}

	/**
	 * Unicode's White_Space property; U+0085 and the no-break spaces are not in Java's.
	 */
	private static boolean isBlank(char one) {
		return one <= ' ' || one == '\u0085' || Character.isWhitespace(one) || Character.isSpaceChar(one);
	}

}
