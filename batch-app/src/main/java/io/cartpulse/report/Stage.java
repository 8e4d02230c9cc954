package io.cartpulse.report;

import java.util.List;
import java.util.Set;

/**
 * The stages on the way of the data, as the steps of a run belong to them.
 */
enum Stage {

	/** Kafka's records as received. */
	RAW("Kafka → RAW"),
	/** Validated facts. */
	DDS("RAW → DDS"),
	/** Facts and marts. */
	MART("DDS → ClickHouse");

	private static final Set<String> RAW_STEPS = Set.of("fix-offsets", "load-raw", "commit-group-offsets");

	private static final List<String> DDS_STEPS = List.of("begin-load", "load-", "retry-", "derive-", "apply-",
			"finish-load");

	private final String title;

	Stage(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

	static Stage of(String step) {
		if (RAW_STEPS.contains(step) || step.startsWith("load-raw")) {
			return RAW;
		}
		return DDS_STEPS.stream().anyMatch(step::startsWith) ? DDS : MART;
	}

}
