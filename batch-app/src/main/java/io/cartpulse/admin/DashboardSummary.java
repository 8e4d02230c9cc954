package io.cartpulse.admin;

import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.dashboard.LocalText;

/**
 * A dashboard in the list of all.
 *
 * @param id its name, for addresses
 * @param title its name for people
 * @param description what it shows
 * @param defaultDays the range that it opens with: so many days up to today
 * @param cards how many cards it has
 */
record DashboardSummary(String id, LocalText title, LocalText description, int defaultDays, int cards) {

	static DashboardSummary of(DashboardDefinition dashboard) {
		return new DashboardSummary(dashboard.id(), dashboard.title(), dashboard.description(), dashboard.defaultDays(),
				dashboard.cards().size());
	}

}
