package io.cartpulse.enrichment.web;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A request to a provider failed. The message is made of our own words only: nothing that
 * came from outside, no address, no key.
 */
public class ProviderFailure extends RuntimeException {

	private final FailureKind kind;

	private final @Nullable Duration retryAfter;

	/**
	 * A failure.
	 * @param provider who failed
	 * @param kind how
	 * @param detail what exactly
	 */
	public ProviderFailure(String provider, FailureKind kind, String detail) {
		this(provider, kind, detail, null, null);
	}

	ProviderFailure(String provider, FailureKind kind, String detail, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super(provider + ": " + detail, cause);
		this.kind = kind;
		this.retryAfter = retryAfter;
	}

	/**
	 * How it failed.
	 */
	public FailureKind kind() {
		return this.kind;
	}

	/**
	 * How long the provider wants to be left alone, if it said so.
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
