package io.cartpulse.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.dashboard.DashboardReader;
import io.cartpulse.dashboard.SimulatedStore;
import io.cartpulse.generator.SimulationSettings;
import io.cartpulse.terminal.TextTable;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.Browser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens each dashboard in Chromium on 60 days of a shop as large as the demo's, until its
 * last card is drawn, and asks the API for each card by itself: in the middle a page must
 * take less than a second. The machine has to be quiet, since browser and engines share
 * it.
 */
class DashboardPagesBenchmark {

	private static final LocalDate OPENING = LocalDate.parse("2026-01-05");

	private static final int DAYS = 60;

	private static final String RANGE = "?from=" + OPENING + "&to=" + OPENING.plusDays(DAYS - 1);

	private static final int PAGES = 9;

	private static final int CALLS = 40;

	private static final int WARM_UP = 8;

	private static final double BOUND_MILLIS = 1000;

	private static final String NOTE_WHEN_DRAWN = """
			const look = () => {
				if (document.querySelector('.dash-card[aria-busy="true"]')) {
					setTimeout(look, 5);
				} else {
					window.drawnAt = performance.now();
				}
			};
			look();""";

	private final SimulatedStore store = SimulatedStore.of(SimulationSettings.smallShop(OPENING), DAYS);

	private final TextTable table = new TextTable("page or card", ">first ms", ">p50 ms", ">max ms");

	private final List<String> slow = new ArrayList<>();

	@Test
	void everyDashboardIsDrawnWithinASecond() {
		List<DashboardDefinition> dashboards = new DashboardReader().readAll();
		try (Browser browser = Browser.on(this.store.address()).loggedInAs("viewer")) {
			dashboards.forEach((dashboard) -> measurePage(browser, dashboard));
		}
		dashboards.forEach(this::measureCards);
		this.table.lines().forEach(System.out::println);
		assertThat(this.slow).isEmpty();
	}

	private void measurePage(Browser browser, DashboardDefinition dashboard) {
		double middle = measure(dashboard.id() + ", " + dashboard.cards().size() + " cards", PAGES, () -> {
			browser.open("/dashboards/" + dashboard.id() + RANGE);
			browser.script(NOTE_WHEN_DRAWN);
			browser.await("return window.drawnAt !== undefined");
			return Double.parseDouble(String.valueOf(browser.script("return window.drawnAt")));
		});
		if (middle > BOUND_MILLIS) {
			this.slow.add(dashboard.id() + ": " + text(middle) + " ms");
		}
	}

	private void measureCards(DashboardDefinition dashboard) {
		ApiClient viewer = this.store.viewer();
		for (Card card : dashboard.cards()) {
			String path = "/api/v1/dashboards/" + dashboard.id() + "/cards/" + card.id() + RANGE;
			measure("  " + dashboard.id() + "/" + card.id(), CALLS, () -> {
				long start = System.nanoTime();
				assertThat(viewer.get(path).status()).isEqualTo(200);
				return (System.nanoTime() - start) / 1e6;
			});
		}
	}

	/** Measures so many times, after some that warm up. */
	private double measure(String name, int times, DoubleSupplier once) {
		double first = once.getAsDouble();
		for (int i = 1; i < WARM_UP; i++) {
			once.getAsDouble();
		}
		double[] millis = new double[times];
		Arrays.setAll(millis, (i) -> once.getAsDouble());
		Arrays.sort(millis);
		this.table.row(name, text(first), text(millis[times / 2]), text(millis[times - 1]));
		return millis[times / 2];
	}

	private static String text(double millis) {
		return "%.0f".formatted(millis);
	}

}
