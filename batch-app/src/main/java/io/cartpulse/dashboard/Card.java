package io.cartpulse.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A figure or picture of a dashboard.
 *
 * @param id its name within the dashboard, for addresses
 * @param title its name for people
 * @param description what the figure means
 * @param picture how the answer is drawn
 * @param period what the range of days is applied to; unset: the card has no range
 * @param columns the answer's columns in their order
 * @param layout its place
 * @param sql a query over the marts, for ClickHouse; the range is bound as {@code from}
 * and {@code to}
 */
public record Card(String id, LocalText title, LocalText description, Picture picture, @Nullable Period period,
		List<CardColumn> columns, Layout layout, String sql) {

	public Card {
		DefinitionRules.requireId(id);
		DefinitionRules.requirePart(title, "title");
		DefinitionRules.requirePart(description, "description");
		DefinitionRules.requirePart(picture, "picture");
		columns = DefinitionRules.requireDistinct(columns, "columns", CardColumn::name);
		DefinitionRules.requirePart(layout, "layout");
		DefinitionRules.requireText(sql, "sql");
		sql = sql.strip();
		picture.requireColumns(byName(columns));
		if (period != null) {
			period.requireIn(sql);
		}
		else {
			Period.requireNoParameter(sql);
		}
	}

	/** The column of a name. */
	public CardColumn column(String name) {
		return byName(this.columns).get(name);
	}

	/**
	 * The SQL for a tool that writes the condition on the days itself.
	 * @param condition what stands in the place of the comparison
	 */
	public String sqlWith(String condition) {
		return (this.period != null) ? this.period.replaceIn(this.sql, condition) : this.sql;
	}

	private static Map<String, CardColumn> byName(List<CardColumn> columns) {
		Map<String, CardColumn> byName = new LinkedHashMap<>();
		columns.forEach((column) -> byName.put(column.name(), column));
		return byName;
	}

}
