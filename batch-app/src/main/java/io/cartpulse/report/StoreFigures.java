package io.cartpulse.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the marts say of the store.
 *
 * @param days revenue by day, in the order of days
 * @param orders all orders
 * @param successfulOrders orders that were paid
 * @param sessions all sessions
 * @param users all known users
 * @param martRows rows by mart
 */
record StoreFigures(List<Day> days, long orders, long successfulOrders, long sessions, long users,
		Map<String, Long> martRows) {

	BigDecimal revenue() {
		return this.days.stream().map(Day::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * A day of the store.
	 *
	 * @param date the day
	 * @param revenue what its orders brought, refunds taken off
	 */
	record Day(LocalDate date, BigDecimal revenue) {

	}

}
