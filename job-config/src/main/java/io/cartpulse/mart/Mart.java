package io.cartpulse.mart;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The marts, each with the facts that it is computed from.
 */
enum Mart {

	DAILY_BUSINESS_SUMMARY(Fact.ORDERS, Fact.SESSIONS),

	PRODUCT_PERFORMANCE(Fact.ORDERS, Fact.ORDER_ITEMS, Fact.PRODUCTS),

	CATEGORY_PERFORMANCE(Fact.ORDERS, Fact.ORDER_ITEMS, Fact.PRODUCTS),

	USER_ENGAGEMENT(Fact.USERS, Fact.SESSIONS, Fact.EVENTS, Fact.ORDERS),

	ACTIVE_USERS_7D(Fact.SESSIONS),

	SESSION_ANALYTICS(Fact.SESSIONS, Fact.EVENTS, Fact.USERS, Fact.USER_DEVICES),

	CAMPAIGN_PERFORMANCE(Fact.CAMPAIGNS, Fact.CAMPAIGN_EVENTS, Fact.SESSIONS, Fact.ORDERS),

	GEO_ANALYSIS(Fact.SESSIONS, Fact.USERS, Fact.ORDERS),

	DEVICE_ANALYSIS(Fact.SESSIONS, Fact.USER_DEVICES, Fact.ORDERS),

	ATTENTION_POINTS(Fact.SESSIONS, Fact.USERS, Fact.USER_DEVICES, Fact.EVENTS, Fact.ORDERS, Fact.ORDER_ITEMS,
			Fact.PRODUCTS, Fact.CAMPAIGN_EVENTS),

	FUNNEL_DAILY(Fact.SESSIONS, Fact.EVENTS, Fact.PRODUCTS, Fact.ORDERS),

	COHORT_RETENTION(Fact.SESSIONS),

	CUSTOMER_SEGMENTS(Fact.ORDERS),

	PRODUCT_AFFINITY(Fact.ORDERS, Fact.ORDER_ITEMS),

	DATA_QUALITY_DAILY(Fact.QUALITY_COUNTS),

	WEATHER_IMPACT(Fact.SESSIONS, Fact.EVENTS, Fact.USERS, Fact.ORDERS, Fact.WEATHER),

	REVENUE_BY_CURRENCY(Fact.ORDERS, Fact.EXCHANGE_RATES);

	/** What has days of its own, which other facts do not change. */
	private static final Set<Fact> REFERENCE_DATA = EnumSet.of(Fact.EXCHANGE_RATES, Fact.WEATHER);

	/** They count back from the publication's day, so they change with it. */
	private static final Set<Mart> AS_OF = EnumSet.of(USER_ENGAGEMENT, CUSTOMER_SEGMENTS);

	private final Set<Fact> inputs;

	Mart(Fact first, Fact... more) {
		this.inputs = EnumSet.of(first, more);
		if (this.inputs.contains(Fact.SESSIONS)) {
			this.inputs.add(Fact.DELETED_SESSIONS);
		}
	}

	/**
	 * The marts with rows for each day of the shop; data_quality_daily's days are
	 * Kafka's.
	 */
	static Set<Mart> ofDays() {
		return EnumSet.of(DAILY_BUSINESS_SUMMARY, PRODUCT_PERFORMANCE, CATEGORY_PERFORMANCE, ACTIVE_USERS_7D,
				GEO_ANALYSIS, DEVICE_ANALYSIS, ATTENTION_POINTS, FUNNEL_DAILY, WEATHER_IMPACT, REVENUE_BY_CURRENCY);
	}

	String table() {
		return name().toLowerCase(Locale.ROOT);
	}

	String sqlFile() {
		return table().replace('_', '-') + ".sql";
	}

	boolean isAsOf() {
		return AS_OF.contains(this);
	}

	/** Whether it starts from the resolved facts, and not from the ledger alone. */
	boolean readsResolvedFacts() {
		return !this.inputs.equals(EnumSet.of(Fact.QUALITY_COUNTS));
	}

	/** Whether of all that it reads nothing but reference data has changed. */
	boolean readsChangedReferenceDataOnly(Set<Fact> changed) {
		return this.inputs.stream().filter(changed::contains).allMatch(REFERENCE_DATA::contains);
	}

	boolean reads(Set<Fact> changed) {
		return this.inputs.stream().anyMatch(changed::contains);
	}

}
