package io.cartpulse.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * Numbers as people read them.
 */
final class Numbers {

	private Numbers() {
	}

	static String whole(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	/** With as many decimals as it has, at least. */
	static String plain(BigDecimal number) {
		return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
	}

	static String money(BigDecimal amount) {
		return String.format(Locale.ROOT, "%,.2f", amount);
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
	}

}
