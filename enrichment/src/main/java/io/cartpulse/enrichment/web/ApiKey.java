package io.cartpulse.enrichment.web;

/**
 * A key that is never printed: not by a log, an exception, a debugger's view.
 */
public final class ApiKey {

	private final String secret;

	private ApiKey(String secret) {
		this.secret = secret;
	}

	/**
	 * The key of that text; blank: none.
	 */
	public static ApiKey of(String secret) {
		return new ApiKey(secret.strip());
	}

	/**
	 * Whether there is one.
	 */
	public boolean isSet() {
		return !this.secret.isEmpty();
	}

	String secret() {
		return this.secret;
	}

	@Override
	public boolean equals(Object other) {
		return (other instanceof ApiKey key) && key.secret.equals(this.secret);
	}

	@Override
	public int hashCode() {
		return this.secret.hashCode();
	}

	@Override
	public String toString() {
		return isSet() ? "set" : "not set";
	}

}
