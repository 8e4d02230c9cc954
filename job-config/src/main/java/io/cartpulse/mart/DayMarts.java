package io.cartpulse.mart;

import java.util.List;

/**
 * The marts with a row for each day of something: those of which chosen days can be built
 * anew.
 */
public final class DayMarts {

	private DayMarts() {
	}

	/** Their tables in data_mart. */
	public static List<String> tables() {
		return Mart.ofDays().stream().map(Mart::table).toList();
	}

}
