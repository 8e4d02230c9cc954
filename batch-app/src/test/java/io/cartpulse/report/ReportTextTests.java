package io.cartpulse.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ReportText}.
 */
class ReportTextTests {

	private final ReportText text = new ReportText(true);

	@Test
	void tellsWhatWentInAndCameOut() {
		StageFigures raw = new StageFigures(Stage.RAW, 113_962, 113_950, new TreeMap<>(Map.of("dead letters", 12L)),
				Duration.ofMillis(2000));
		StageFigures dds = new StageFigures(Stage.DDS, 113_950, 113_000,
				new TreeMap<>(Map.of("superseded", 0L, "duplicate", 947L, "quarantined", 3L)), Duration.ofMillis(4000));
		assertThat(this.text.stages(List.of(raw, dds))).containsExactly(
				"  stage             in      out   time  rows/s  not gone on",
				"  Kafka → RAW  113,962  113,950  2.0 s  56,981  12 dead letters",
				"  RAW → DDS    113,950  113,000  4.0 s  28,487  947 duplicate, 3 quarantined");
	}

	@Test
	void nothingSetAsideIsADot() {
		StageFigures idle = new StageFigures(Stage.MART, 0, 0, new TreeMap<>(), Duration.ZERO);
		assertThat(this.text.stages(List.of(idle)).get(1)).isEqualTo("  DDS → ClickHouse   0    0  0.0 s       0  ·");
	}

	@Test
	void showsAFewDaysAll() {
		StoreFigures store = store(3);
		assertThat(this.text.store(store))
			.startsWith("  revenue 60.00 · orders 1,234 (1,000 paid) · sessions 9,876 · users 42", "",
					"  Revenue by day", "  2026-01-01 Thu  10.00  █████████████▍")
			.hasSize(6);
	}

	@Test
	void showsTheLastOfManyDays() {
		assertThat(this.text.store(store(60))).contains("  Revenue by day, the last 14 of 60").hasSize(17);
	}

	@Test
	void saysThatThereAreNoDays() {
		assertThat(this.text.store(store(0))).containsExactly("  The marts hold no days yet.");
	}

	@Test
	void listsMarts() {
		assertThat(this.text.marts(new TreeMap<>(Map.of("geo_analysis", 12_345L))))
			.containsExactly("  mart            rows", "  geo_analysis  12,345");
	}

	private static StoreFigures store(int days) {
		return new StoreFigures(IntStream.rangeClosed(1, days)
			.mapToObj((day) -> new StoreFigures.Day(LocalDate.of(2025, 12, 31).plusDays(day), new BigDecimal(day * 10)))
			.toList(), 1234, 1000, 9876, 42, Map.of());
	}

}
