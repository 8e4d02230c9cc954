package io.cartpulse.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.cartpulse.source.WireMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the simulated shop has in it for those who look.
 */
class PlantedEffectsTests {

	private static final LocalDate OPENING = LocalDate.of(2024, 5, 1);

	private static final Set<String> WET = Set.of("rain", "drizzle", "thunderstorm", "snow");

	private static final Map<UUID, List<WireMessage.StoreEvent>> SESSIONS = new HashMap<>();

	private static final List<WireMessage.Order> ORDERS = new ArrayList<>();

	private static final List<WireMessage.CampaignEvent> CAMPAIGN_EVENTS = new ArrayList<>();

	static {
		new Simulation(new SimulationSettings(1, OPENING, 500, 240)).window(Days.start(OPENING),
				Days.start(OPENING.plusDays(60)), (message) -> {
					if (message instanceof WireMessage.StoreEvent event && event.sessionId() != null) {
						SESSIONS.computeIfAbsent(event.sessionId(), (id) -> new ArrayList<>()).add(event);
					}
					else if (message instanceof WireMessage.Order order) {
						ORDERS.add(order);
					}
					else if (message instanceof WireMessage.CampaignEvent event) {
						CAMPAIGN_EVENTS.add(event);
					}
				});
	}

	@Test
	void wetDaysSellBetterThanFineOnes() {
		double wet = conversion((place) -> WET.contains(place.weatherDesc()));
		double fine = conversion(
				(place) -> place.weatherDesc().equals("clear sky") && place.weatherTemp().intValue() >= 20);
		assertThat(wet).isGreaterThan(1.3 * fine);
	}

	@Test
	void visitorsWhomACampaignBringsBuyMoreOften() {
		double clicks = campaignEvents("click");
		double conversions = campaignEvents("conversion");
		assertThat(conversions / clicks)
			.isGreaterThan(1.15 * (ORDERS.size() - conversions) / (SESSIONS.size() - clicks));
	}

	@Test
	void nobodyComesDuringTheOutage() {
		Map<LocalDate, Long> visits = SESSIONS.values()
			.stream()
			.collect(Collectors.groupingBy((events) -> Days.utc(events.get(0).timestamp()), Collectors.counting()));
		LocalDate outage = OPENING.plusDays(31);
		assertThat(visits.get(outage)).isLessThan(visits.get(outage.minusDays(7)) / 2);
		assertThat(visits.keySet()).filteredOn((day) -> visits.get(day) <= visits.get(outage)).containsOnly(outage);
	}

	@Test
	void onePairIsBoughtTogetherMoreThanAnyOther() {
		Map<Set<String>, Integer> pairs = new HashMap<>();
		SESSIONS.values().forEach((events) -> {
			Set<String> bought = events.stream()
				.filter((event) -> event.eventType().equals("purchase") && event.product() != null)
				.map((event) -> event.product().name())
				.collect(Collectors.toSet());
			pairsOf(bought).forEach((pair) -> pairs.merge(pair, 1, Integer::sum));
		});
		Set<String> planted = Set.of("Fountain Pen", "Ink Bottle Blue");
		assertThat(pairs.keySet()).filteredOn((pair) -> pairs.get(pair) > pairs.get(planted) / 2).containsOnly(planted);
	}

	private static long campaignEvents(String action) {
		return CAMPAIGN_EVENTS.stream().filter((event) -> event.action().equals(action)).count();
	}

	private static double conversion(Predicate<WireMessage.Place> where) {
		List<List<WireMessage.StoreEvent>> there = SESSIONS.values()
			.stream()
			.filter((events) -> where.test(events.get(0).place()))
			.toList();
		double buying = there.stream()
			.filter((events) -> events.stream().anyMatch((event) -> event.eventType().equals("purchase")))
			.count();
		return buying / there.size();
	}

	private static Collection<Set<String>> pairsOf(Set<String> names) {
		Set<Set<String>> pairs = new HashSet<>();
		for (String one : names) {
			for (String other : names) {
				if (!one.equals(other)) {
					pairs.add(Set.of(one, other));
				}
			}
		}
		return pairs;
	}

}
