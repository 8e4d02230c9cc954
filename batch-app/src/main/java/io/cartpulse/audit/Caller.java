package io.cartpulse.audit;

/**
 * Who asks for something.
 *
 * @param name a user, or a part of the program
 * @param address where the request came from; empty for the program itself
 */
public record Caller(String name, String address) {

	/** A part of the program. */
	public static Caller program(String name) {
		return new Caller(name, "");
	}

}
