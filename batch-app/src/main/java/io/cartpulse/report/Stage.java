package io.cartpulse.report;

import java.util.List;
import java.util.Optional;

/**
 * The stages on the way of the data, as the steps of a run belong to them.
 */
public enum Stage {

	/** Kafka's records as received. */
	RAW("Kafka → RAW"),
	/** Validated facts. */
	DDS("RAW → DDS"),
	/** Facts and marts. */
	MART("DDS → ClickHouse");

	private static final List<String> RAW_STEPS = List.of("fix-offsets", "load-raw", "reconcile-raw",
			"commit-group-offsets");

	private static final List<String> DDS_STEPS = List.of("begin-load", "begin-retry", "load-", "retry-", "derive-",
			"apply-", "finish-load");

	private static final List<String> MART_STEPS = List.of("begin-publication", "publish-", "swap-", "build-marts",
			"check-totals", "mark-published");

	private final String title;

	Stage(String title) {
		this.title = title;
	}

	/** The title, for people. */
	public String title() {
		return this.title;
	}

	/** The stage of a step, empty for a step that moves no data. */
	public static Optional<Stage> of(String step) {
		if (RAW_STEPS.stream().anyMatch(step::startsWith)) {
			return Optional.of(RAW);
		}
		if (DDS_STEPS.stream().anyMatch(step::startsWith)) {
			return Optional.of(DDS);
		}
		return MART_STEPS.stream().anyMatch(step::startsWith) ? Optional.of(MART) : Optional.empty();
	}

}
