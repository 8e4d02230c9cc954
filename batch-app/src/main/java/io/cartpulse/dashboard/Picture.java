package io.cartpulse.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How a card's answer is drawn.
 *
 * @param kind the kind of picture
 * @param x the column whose values stand along the axis, or name the slices, steps or
 * countries
 * @param y the columns that are measured
 * @param series the column whose values split the measure into several
 * @param previous of a number, the column with the same figure of the period before
 * @param shaded of a table, the columns whose cells are coloured by their values
 */
public record Picture(Kind kind, @Nullable String x, List<String> y, @Nullable String series, @Nullable String previous,
		List<String> shaded) {

	/** Kinds of pictures. */
	public enum Kind {

		/** One figure, in large. */
		NUMBER(0, 1, false),
		/** A line for each measure or series. */
		LINE(1, Integer.MAX_VALUE, true),
		/** Lines, filled and laid on top of each other. */
		AREA(1, Integer.MAX_VALUE, true),
		/** Upright bars, side by side. */
		BAR(1, Integer.MAX_VALUE, true),
		/** Upright bars, on top of each other. */
		STACKED_BAR(1, Integer.MAX_VALUE, true),
		/** Lying bars: for long names. */
		ROW(1, Integer.MAX_VALUE, false),
		/** Slices of a whole. */
		PIE(1, 1, false),
		/** Steps, of which each keeps a part of the one before. */
		FUNNEL(1, 1, false),
		/** Countries of the world. */
		MAP(1, 1, false),
		/** Rows and columns. */
		TABLE(0, 0, false);

		private final int axes;

		private final int measures;

		private final boolean split;

		Kind(int axes, int measures, boolean split) {
			this.axes = axes;
			this.measures = measures;
			this.split = split;
		}

		/** Its name where definitions are written. */
		@JsonValue
		public String written() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	public Picture {
		DefinitionRules.requirePart(kind, "kind");
		y = (y != null) ? List.copyOf(y) : List.of();
		shaded = (shaded != null) ? List.copyOf(shaded) : List.of();
		String words = kind.written();
		DefinitionRules.require((x != null) == (kind.axes > 0), "a %s takes %s", words,
				(kind.axes > 0) ? "an x" : "no x");
		DefinitionRules.require(y.isEmpty() == (kind.measures == 0) && y.size() <= kind.measures, "a %s takes %s",
				words, (kind.measures == 0) ? "no y" : (kind.measures == 1) ? "one y" : "a y");
		DefinitionRules.require(series == null || (kind.split && y.size() == 1),
				"a series splits the one y of a line, area, bar or stacked-bar");
		DefinitionRules.require(previous == null || kind == Kind.NUMBER, "previous belongs to a number");
		DefinitionRules.require(shaded.isEmpty() || kind == Kind.TABLE, "shaded belongs to a table");
	}

	/** Checks that it draws columns that there are. */
	void requireColumns(Map<String, CardColumn> columns) {
		Stream.of(Stream.ofNullable(this.x), Stream.ofNullable(this.series), measures())
			.flatMap((names) -> names)
			.forEach((name) -> DefinitionRules.require(columns.containsKey(name),
					"picture draws column %s; columns are %s", name, columns.keySet()));
		measures().forEach((name) -> DefinitionRules.require(columns.get(name).format().isMeasure(),
				"picture measures column %s, whose format is none of a measure", name));
	}

	private Stream<String> measures() {
		return Stream.of(this.y.stream(), Stream.ofNullable(this.previous), this.shaded.stream())
			.flatMap((names) -> names);
	}

}
