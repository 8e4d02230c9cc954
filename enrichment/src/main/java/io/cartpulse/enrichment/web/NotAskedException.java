package io.cartpulse.enrichment.web;

import java.time.Instant;

import io.cartpulse.enrichment.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A request was not made: none is left, or the provider is left alone.
 */
public class NotAskedException extends RuntimeException {

	private final Answer.Reason reason;

	private final @Nullable Instant notBefore;

	/**
	 * A request not made.
	 * @param reason why
	 * @param notBefore when one may be made again, if that is known
	 */
	public NotAskedException(Answer.Reason reason, @Nullable Instant notBefore) {
		super("not asked: " + reason);
		this.reason = reason;
		this.notBefore = notBefore;
	}

	/**
	 * Why.
	 */
	public Answer.Reason reason() {
		return this.reason;
	}

	/**
	 * When a request may be made again, if that is known.
	 */
	public @Nullable Instant notBefore() {
		return this.notBefore;
	}

}
