package io.cartpulse.console;

import java.util.List;
import java.util.Locale;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.CardColumn;
import io.cartpulse.dashboard.Format;
import io.cartpulse.dashboard.Picture;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a card is drawn, and how.
 *
 * @param card the card
 * @param title its name, for the viewer
 * @param description what it means, for the viewer
 * @param drawing picture and columns, as JSON for the script
 */
record CardPlace(Card card, String title, String description, String drawing) {

	static CardPlace of(Card card, Locale language, JsonMapper json) {
		Drawing drawing = new Drawing(card.picture(),
				card.columns().stream().map((column) -> Column.of(column, language)).toList());
		return new CardPlace(card, card.title().in(language), card.description().in(language),
				json.writeValueAsString(drawing));
	}

	/**
	 * What the script draws by.
	 *
	 * @param picture the kind of picture, and which columns it draws
	 * @param columns all columns
	 */
	record Drawing(Picture picture, List<Column> columns) {

	}

	/**
	 * A column for the viewer.
	 *
	 * @param name its name in the answer
	 * @param format how its values are written
	 * @param title its name, for the viewer
	 */
	record Column(String name, Format format, String title) {

		private static Column of(CardColumn column, Locale language) {
			return new Column(column.name(), column.format(), column.title().in(language));
		}

	}

}
