package io.cartpulse.mart;

import java.util.List;
import java.util.Locale;

import io.cartpulse.batch.SqlFile;

/**
 * Totals by day that DDS and marts must agree on.
 */
enum Total {

	/** Revenue, of order days. */
	REVENUE(Mart.DAILY_BUSINESS_SUMMARY, Mart.GEO_ANALYSIS, Mart.DEVICE_ANALYSIS),

	/** Sessions, of session days. */
	SESSIONS(Mart.DAILY_BUSINESS_SUMMARY, Mart.GEO_ANALYSIS, Mart.DEVICE_ANALYSIS, Mart.SESSION_ANALYTICS),

	/** Items of success orders, of order days. */
	ITEMS(Mart.PRODUCT_PERFORMANCE, Mart.CATEGORY_PERFORMANCE);

	private final List<Mart> marts;

	Total(Mart... marts) {
		this.marts = List.of(marts);
	}

	/** The marts that have it. */
	List<Mart> marts() {
		return this.marts;
	}

	String words() {
		return name().toLowerCase(Locale.ROOT);
	}

	String sqlInDds() {
		return SqlFile.read(Total.class, "total-" + words() + "-in-dds.sql");
	}

	String sqlInMarts() {
		return SqlFile.read(Total.class, "total-" + words() + "-in-marts.sql");
	}

}
