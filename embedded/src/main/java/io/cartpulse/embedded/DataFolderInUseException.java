package io.cartpulse.embedded;

import java.nio.file.Path;

/**
 * The data folder belongs to another running process.
 */
public final class DataFolderInUseException extends EngineStartException {

	DataFolderInUseException(Path folder, String owner) {
		super("The data folder " + folder + " is in use by another running cartpulse, process " + owner
				+ ". Wait until it ends or stop it, or choose another folder with the property cartpulse.data-dir"
				+ " (option --data-dir DIR).");
	}

}
