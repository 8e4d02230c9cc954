package io.cartpulse.dashboard;

/**
 * A card's place on the dashboard's grid of 24 columns.
 *
 * @param column the leftmost one, from 0
 * @param row the topmost one, from 0
 * @param width in columns
 * @param height in rows
 */
public record Layout(int column, int row, int width, int height) {

	/** How many columns the grid has. */
	public static final int COLUMNS = 24;

	public Layout {
		DefinitionRules.require(column >= 0 && row >= 0, "column and row begin at 0");
		DefinitionRules.require(width >= 1 && height >= 1, "width and height are at least 1");
		DefinitionRules.require(column + width <= COLUMNS, "column %d and width %d leave the grid of %d columns",
				column, width, COLUMNS);
	}

	boolean overlaps(Layout other) {
		return this.column < other.column + other.width && other.column < this.column + this.width
				&& this.row < other.row + other.height && other.row < this.row + this.height;
	}

}
