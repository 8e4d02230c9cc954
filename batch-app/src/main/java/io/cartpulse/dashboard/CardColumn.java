package io.cartpulse.dashboard;

/**
 * A column of a card's answer.
 *
 * @param name its name in the SQL
 * @param title its name for people
 * @param format how its values are written
 */
public record CardColumn(String name, LocalText title, Format format) {

	public CardColumn {
		DefinitionRules.requireText(name, "name");
		DefinitionRules.requirePart(title, "title");
		DefinitionRules.requirePart(format, "format");
	}

}
