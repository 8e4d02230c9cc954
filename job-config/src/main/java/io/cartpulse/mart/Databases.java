package io.cartpulse.mart;

/**
 * The databases in ClickHouse.
 */
final class Databases {

	/** What analysts read. */
	static final String DATA_MART = "data_mart";

	/** Facts and dimensions. */
	static final String WAREHOUSE = "warehouse";

	/** Tables that are being built. */
	static final String ASIDE = "aside";

	private Databases() {
	}

}
