package io.cartpulse.batch;

/**
 * Another run holds a layer that this run would write.
 */
public final class LayerHeldException extends RuntimeException {

	public LayerHeldException(Layer layer, String holder) {
		super("layer " + layer + " is held by " + holder + "; wait until it ends, or stop it");
	}

}
