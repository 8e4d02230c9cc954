package io.cartpulse.mart;

/**
 * The marts that were built do not add up to what DDS has.
 */
public final class TotalsDisagreeException extends RuntimeException {

	TotalsDisagreeException(String message) {
		super(message);
	}

}
