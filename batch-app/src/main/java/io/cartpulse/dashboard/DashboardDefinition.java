package io.cartpulse.dashboard;

import java.util.List;

/**
 * A dashboard.
 *
 * @param id its name, for addresses
 * @param position its place among the dashboards
 * @param title its name for people
 * @param description what it shows
 * @param defaultDays the range that it opens with: so many days up to today
 * @param cards what it shows, in reading order
 */
public record DashboardDefinition(String id, int position, LocalText title, LocalText description, int defaultDays,
		List<Card> cards) {

	public DashboardDefinition {
		DefinitionRules.requireId(id);
		DefinitionRules.require(position >= 1, "position begins at 1");
		DefinitionRules.requirePart(title, "title");
		DefinitionRules.requirePart(description, "description");
		DefinitionRules.require(defaultDays >= 1, "default-days is at least 1");
		cards = DefinitionRules.requireDistinct(cards, "cards", Card::id);
		for (int i = 0; i < cards.size(); i++) {
			for (Card other : cards.subList(i + 1, cards.size())) {
				DefinitionRules.require(!cards.get(i).layout().overlaps(other.layout()), "cards %s and %s overlap",
						cards.get(i).id(), other.id());
			}
		}
	}

	/** Whether its cards follow a range of days. */
	public boolean hasPeriod() {
		return this.cards.stream().anyMatch((card) -> card.period() != null);
	}

}
