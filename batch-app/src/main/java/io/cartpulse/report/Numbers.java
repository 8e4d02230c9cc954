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

	static String money(BigDecimal amount) {
		return String.format(Locale.ROOT, "%,.2f", amount);
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
	}

}
