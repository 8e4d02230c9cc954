package io.cartpulse.enrichment.web;

/**
 * The ways in which a request can fail, and what is done about each. The names are the
 * category codes that logs and the status show.
 */
public enum FailureKind {

	/** No answer in time. */
	TIMEOUT(Retry.YES, Breaker.COUNTS, Waits.NOBODY),
	/** No connection, or one that broke. */
	UNREACHABLE(Retry.YES, Breaker.COUNTS, Waits.NOBODY),
	/** The provider's own error, HTTP 5xx. */
	SERVER_ERROR(Retry.YES, Breaker.COUNTS, Waits.NOBODY),
	/** The key is refused. */
	UNAUTHORIZED(Retry.NO, Breaker.IGNORES, Waits.PROVIDER),
	/** The provider counts more requests than it allows, HTTP 402 or 429. */
	QUOTA_SPENT(Retry.NO, Breaker.IGNORES, Waits.PROVIDER),
	/** The plan does not include what was asked. */
	NOT_IN_PLAN(Retry.NO, Breaker.IGNORES, Waits.PROVIDER),
	/** Any other refusal, HTTP 3xx or 4xx. */
	REJECTED(Retry.NO, Breaker.IGNORES, Waits.VALUE),
	/** The provider has not published the value yet. */
	NOT_YET(Retry.NO, Breaker.IGNORES, Waits.VALUE),
	/** The answer is larger than any honest one. */
	TOO_LARGE(Retry.NO, Breaker.COUNTS, Waits.VALUE),
	/** The answer is no JSON, or not of the documented form. */
	MALFORMED(Retry.NO, Breaker.COUNTS, Waits.VALUE),
	/** The answer lacks the value. */
	EMPTY(Retry.NO, Breaker.IGNORES, Waits.VALUE),
	/** The answer is in other units than were asked for. */
	WRONG_UNITS(Retry.NO, Breaker.COUNTS, Waits.VALUE),
	/** The answer is of another place or time, or no such value can be. */
	OUT_OF_RANGE(Retry.NO, Breaker.COUNTS, Waits.VALUE),
	/** The thread was told to stop. */
	INTERRUPTED(Retry.NO, Breaker.IGNORES, Waits.NOBODY);

	private final Retry retry;

	private final Breaker breaker;

	private final Waits waits;

	FailureKind(Retry retry, Breaker breaker, Waits waits) {
		this.retry = retry;
		this.breaker = breaker;
		this.waits = waits;
	}

	/**
	 * Whether the next moment may bring a better answer.
	 */
	public boolean isRetried() {
		return this.retry == Retry.YES;
	}

	/**
	 * Whether it brings the circuit breaker nearer to opening: the provider is down or
	 * talks nonsense.
	 */
	public boolean countsForBreaker() {
		return this.breaker == Breaker.COUNTS;
	}

	/**
	 * Whether no request at all makes sense for a while.
	 */
	public boolean pausesProvider() {
		return this.waits == Waits.PROVIDER;
	}

	/**
	 * Whether the value asked for has to wait, while others may be asked for.
	 */
	public boolean delaysValue() {
		return this.waits == Waits.VALUE;
	}

	private enum Retry {

		YES, NO

	}

	private enum Breaker {

		COUNTS, IGNORES

	}

	private enum Waits {

		NOBODY, VALUE, PROVIDER

	}

}
