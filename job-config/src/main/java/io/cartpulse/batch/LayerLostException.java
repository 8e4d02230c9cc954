package io.cartpulse.batch;

/**
 * A run lost the lock of a layer, for its connection broke, and another run has taken it.
 */
public final class LayerLostException extends RuntimeException {

	LayerLostException(Layer layer) {
		super("this run lost layer " + layer + " to another run when its connection to PostgreSQL broke;"
				+ " it stops, and can be restarted when the other one has ended");
	}

}
