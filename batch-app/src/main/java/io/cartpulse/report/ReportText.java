package io.cartpulse.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.cartpulse.terminal.BarChart;
import io.cartpulse.terminal.TextTable;

/**
 * Figures as lines of text.
 */
final class ReportText {

	private static final int CHART_WIDTH = 40;

	/** More days than these do not fit on a screen; then only the last ones are shown. */
	private static final int MOST_DAYS = 30;

	private static final int LAST_DAYS = 14;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.ENGLISH);

	private final boolean unicode;

	ReportText(boolean unicode) {
		this.unicode = unicode;
	}

	List<String> stages(List<StageFigures> stages) {
		TextTable table = new TextTable("stage", ">in", ">out", ">time", ">rows/s", "not gone on");
		for (StageFigures stage : stages) {
			table.row(stage.stage().title(), Numbers.whole(stage.in()), Numbers.whole(stage.out()),
					Numbers.seconds(stage.elapsed()), Numbers.whole(stage.rate()), aside(stage));
		}
		return table.lines();
	}

	private static String aside(StageFigures stage) {
		String words = stage.aside()
			.entrySet()
			.stream()
			.filter((outcome) -> outcome.getValue() > 0)
			.map((outcome) -> Numbers.whole(outcome.getValue()) + " " + outcome.getKey())
			.collect(Collectors.joining(", "));
		return words.isEmpty() ? "·" : words;
	}

	List<String> marts(Map<String, Long> martRows) {
		TextTable table = new TextTable("mart", ">rows");
		martRows.forEach((mart, rows) -> table.row(mart, Numbers.whole(rows)));
		return table.lines();
	}

	List<String> store(StoreFigures store) {
		if (store.days().isEmpty()) {
			return List.of("  The marts hold no days yet.");
		}
		List<String> lines = new ArrayList<>();
		lines.add("  revenue %s · orders %s (%s paid) · sessions %s · users %s".formatted(
				Numbers.money(store.revenue()), Numbers.whole(store.orders()), Numbers.whole(store.successfulOrders()),
				Numbers.whole(store.sessions()), Numbers.whole(store.users())));
		lines.add("");
		lines.addAll(revenueByDay(store.days()));
		return lines;
	}

	private List<String> revenueByDay(List<StoreFigures.Day> days) {
		int hidden = (days.size() > MOST_DAYS) ? days.size() - LAST_DAYS : 0;
		List<String> lines = new ArrayList<>();
		lines.add("  Revenue by day" + ((hidden > 0) ? ", the last " + LAST_DAYS + " of " + days.size() : ""));
		lines.addAll(new BarChart(CHART_WIDTH, this.unicode).lines(days.stream()
			.skip(hidden)
			.map((day) -> new BarChart.Bar(day.date().format(DAY), rounded(day.revenue()),
					Numbers.money(day.revenue())))
			.toList()));
		return lines;
	}

	private static BigDecimal rounded(BigDecimal amount) {
		return amount.setScale(2, RoundingMode.HALF_UP);
	}

}
