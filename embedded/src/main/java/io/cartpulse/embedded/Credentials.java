package io.cartpulse.embedded;

/**
 * The accounts of PostgreSQL and ClickHouse: the same two names and passwords in both.
 *
 * @param ownerUser the account that owns all data
 * @param ownerPassword the owner's password
 * @param analystUser the account that may only read the marts
 * @param analystPassword the analyst's password
 */
public record Credentials(String ownerUser, String ownerPassword, String analystUser, String analystPassword) {

	/** The name of the owner account. */
	public static final String OWNER = "cartpulse";

	/** The name of the read-only account. */
	public static final String ANALYST = "analyst";

	@Override
	public String toString() {
		return "Credentials[" + this.ownerUser + ", " + this.analystUser + "]";
	}

}
