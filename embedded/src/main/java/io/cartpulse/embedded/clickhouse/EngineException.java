package io.cartpulse.embedded.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error in ClickHouse's own words, with the number they begin with.
 */
class EngineException extends RuntimeException {

	static final int SYNTAX_ERROR = 62;

	static final int NOT_IMPLEMENTED = 48;

	static final int UNKNOWN_TABLE = 60;

	static final int UNKNOWN_DATABASE = 81;

	static final int UNKNOWN_SETTING = 115;

	static final int READONLY = 164;

	static final int TOO_LARGE = 307;

	static final int ACCESS_DENIED = 497;

	static final int AUTHENTICATION_FAILED = 516;

	static final int UNKNOWN_EXCEPTION = 1002;

	private static final Pattern CODE = Pattern.compile("Code: (\\d+)");

	private final int code;

	/**
	 * An error the engine reported.
	 * @param message its text
	 */
	EngineException(String message) {
		super(message);
		Matcher matcher = CODE.matcher(message);
		this.code = matcher.find() ? Integer.parseInt(matcher.group(1)) : UNKNOWN_EXCEPTION;
	}

	/**
	 * An error of the front, worded as the engine words its own.
	 * @param code the number
	 * @param name the number's name
	 * @param message what is wrong
	 */
	EngineException(int code, String name, String message) {
		super("Code: " + code + ". DB::Exception: " + message + ". (" + name + ")");
		this.code = code;
	}

	int code() {
		return this.code;
	}

	int httpStatus() {
		return switch (this.code) {
			case AUTHENTICATION_FAILED -> 401;
			case ACCESS_DENIED -> 403;
			case UNKNOWN_TABLE, UNKNOWN_DATABASE -> 404;
			case SYNTAX_ERROR, UNKNOWN_SETTING -> 400;
			case TOO_LARGE -> 413;
			case NOT_IMPLEMENTED -> 501;
			default -> 500;
		};
	}

	/**
	 * The message as clients of ClickHouse expect it, whatever the library put before it.
	 * @return a text that begins with the code
	 */
	String wireText() {
		String message = String.valueOf(getMessage());
		int start = message.indexOf("Code: ");
		return ((start >= 0) ? message.substring(start) : "Code: " + this.code + ". DB::Exception: " + message)
			.stripTrailing() + "\n";
	}

}
