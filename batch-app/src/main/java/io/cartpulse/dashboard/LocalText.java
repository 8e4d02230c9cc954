package io.cartpulse.dashboard;

import java.util.Locale;

/**
 * A text in the languages that dashboards speak.
 *
 * @param en English
 * @param ru Russian
 */
public record LocalText(String en, String ru) {

	public LocalText {
		DefinitionRules.requireText(en, "en");
		DefinitionRules.requireText(ru, "ru");
	}

	/** The text for a reader; English where the reader's language is not spoken. */
	public String in(Locale locale) {
		return locale.getLanguage().equals("ru") ? this.ru : this.en;
	}

}
