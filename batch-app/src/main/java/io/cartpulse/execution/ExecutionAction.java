package io.cartpulse.execution;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.batch.core.BatchStatus;

/**
 * What can be done with an execution, and in which state.
 */
public enum ExecutionAction {

	/** Goes on where it ended, as a new execution of the instance. */
	RESTART(BatchStatus.FAILED, BatchStatus.STOPPED),
	/** Ends at its next chunk, and can be restarted. */
	STOP(BatchStatus.STARTING, BatchStatus.STARTED),
	/** Is given up for good. */
	ABANDON(BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.UNKNOWN),
	/** Counts as failed, for its process is gone. */
	RECOVER(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

	private final Set<BatchStatus> allowed;

	ExecutionAction(BatchStatus first, BatchStatus... more) {
		this.allowed = EnumSet.of(first, more);
	}

	/** The states in which it is possible. */
	public Set<BatchStatus> allowed() {
		return EnumSet.copyOf(this.allowed);
	}

	/**
	 * Whether it is possible.
	 * @param status the execution's state
	 * @param last whether the execution is the last one of its instance
	 * @param orphaned whether its process is gone
	 */
	boolean isPossible(BatchStatus status, boolean last, boolean orphaned) {
		if (!this.allowed.contains(status)) {
			return false;
		}
		return switch (this) {
			case RESTART -> last;
			case STOP -> !orphaned;
			case RECOVER -> orphaned;
			case ABANDON -> true;
		};
	}

	/** The word in addresses and answers. */
	@JsonValue
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The action of a word. */
	@JsonCreator
	public static ExecutionAction of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
