package io.cartpulse.generator;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cartpulse.source.Reading;
import io.cartpulse.source.ReadingSettings;
import io.cartpulse.source.RecordValidator;
import io.cartpulse.source.WireMessage;
import io.cartpulse.source.WireReader;
import io.cartpulse.source.WireRecord;
import io.cartpulse.source.WireWriter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTests {

	private static final LocalDate OPENING = LocalDate.of(2024, 1, 1);

	private static final SimulationSettings SHOP = new SimulationSettings(1, OPENING, 300, 120);

	private static final List<WireMessage> FOUR_WEEKS = simulate(SHOP, OPENING, OPENING.plusDays(28));

	@Test
	void eachFunnelStepKeepsBetweenTenAndNinetyPercent() {
		List<String> steps = List.of("view_page", "view_product", "add_to_cart", "purchase", "payment_success");
		List<Integer> sessions = steps.stream().map((step) -> sessionsWith(step).size()).toList();
		for (int i = 1; i < steps.size(); i++) {
			assertThat(sessions.get(i) / (double) sessions.get(i - 1)).as(steps.get(i)).isBetween(0.1, 0.9);
		}
	}

	@Test
	void weekendsAreBusierThanTheDaysBefore() {
		Map<DayOfWeek, Integer> visits = new EnumMap<>(DayOfWeek.class);
		events("session_start")
			.forEach((event) -> visits.merge(Days.utc(event.timestamp()).getDayOfWeek(), 1, Integer::sum));
		assertThat(visits.get(DayOfWeek.SATURDAY)).isGreaterThan((int) (1.15 * visits.get(DayOfWeek.TUESDAY)));
		assertThat(visits.get(DayOfWeek.SUNDAY)).isGreaterThan((int) (1.1 * visits.get(DayOfWeek.WEDNESDAY)));
	}

	@Test
	void eveningsAreBusierThanNights() {
		int[] byHour = new int[24];
		events("session_start").forEach((event) -> byHour[(int) (event.timestamp().getEpochSecond() / 3600 % 24)]++);
		assertThat(byHour[19]).isGreaterThan(2 * byHour[3]);
	}

	@Test
	void sameSeedGivesSameBytesAndAnotherSeedOthers() {
		byte[] bytes = bytes(simulate(SHOP, OPENING, OPENING.plusDays(2)));
		assertThat(bytes(simulate(SHOP, OPENING, OPENING.plusDays(2)))).isEqualTo(bytes);
		assertThat(bytes(simulate(new SimulationSettings(2, OPENING, 300, 120), OPENING, OPENING.plusDays(2))))
			.isNotEqualTo(bytes);
	}

	@Test
	void windowsThatMeetFitTogether() {
		Simulation simulation = new Simulation(SHOP);
		List<WireMessage> pieces = new ArrayList<>();
		Instant at = Days.start(OPENING);
		for (long minutes : new long[] { 1, 700, 2000, 61, 12000, 25558 }) {
			Instant next = at.plusSeconds(60 * minutes);
			simulation.window(at, next, pieces::add);
			at = next;
		}
		assertThat(at).isEqualTo(Days.start(OPENING.plusDays(28)));
		assertThat(pieces).isEqualTo(FOUR_WEEKS);
	}

	@Test
	void everyMessageIsAcceptedWithoutRepairs() {
		WireReader reader = new WireReader();
		RecordValidator validator = new RecordValidator(ReadingSettings.defaults());
		Set<UUID> eventIds = new HashSet<>();
		for (WireMessage message : FOUR_WEEKS) {
			WireRecord.Known known = (WireRecord.Known) reader.read(WireWriter.write(message));
			Reading reading = validator.validate(known.type(), known.values(), known.extra(), message.time());
			assertThat(reading).isInstanceOf(Reading.Valid.class);
			assertThat(((Reading.Valid) reading).record().repairs()).isEmpty();
			assertThat(eventIds.add(message.eventId())).isTrue();
		}
	}

	@Test
	void linesAddUpToTheirOrder() {
		Map<UUID, BigDecimal> lines = new HashMap<>();
		of(WireMessage.OrderItem.class).forEach((item) -> lines.merge(item.orderId(),
				item.priceUsd().multiply(BigDecimal.valueOf(item.quantity())), BigDecimal::add));
		List<WireMessage.Order> orders = of(WireMessage.Order.class);
		assertThat(orders).hasSizeGreaterThan(100)
			.allSatisfy((order) -> assertThat(lines.get(order.orderId())).isEqualByComparingTo(order.totalUsd()));
		assertThat(lines).hasSameSizeAs(orders);
	}

	@Test
	void ordersLiveOnAfterTheirDay() {
		Map<UUID, WireMessage.Order> orders = new HashMap<>();
		of(WireMessage.Order.class).forEach((order) -> orders.put(order.orderId(), order));
		List<WireMessage.OrderStatus> statuses = of(WireMessage.OrderStatus.class);
		assertThat(statuses).extracting(WireMessage.OrderStatus::status)
			.contains("pending", "success", "failed", "cancelled", "refunded");
		assertThat(statuses).allSatisfy((status) -> {
			WireMessage.Order order = orders.get(status.orderId());
			assertThat(status.generatedAt()).isAfterOrEqualTo(order.orderTs());
			assertThat(status.refundedUsd()).satisfiesAnyOf((amount) -> assertThat(amount).isNull(),
					(amount) -> assertThat(amount).isLessThanOrEqualTo(order.totalUsd()));
		});
		assertThat(statuses).filteredOn((status) -> status.status().equals("refunded"))
			.allSatisfy((status) -> assertThat(status.generatedAt())
				.isAfter(orders.get(status.orderId()).orderTs().plusSeconds(2 * 24 * 3600)));
	}

	@Test
	void campaignsLeadToSessionsAndOrders() {
		assertThat(of(WireMessage.CampaignEvent.class)).extracting(WireMessage.CampaignEvent::action)
			.contains("view", "click", "conversion");
		assertThat(of(WireMessage.Order.class)).extracting(WireMessage.Order::campaignId)
			.anyMatch((campaign) -> campaign != null)
			.anyMatch((campaign) -> campaign == null);
	}

	@Test
	void guestsComeAndCustomersJoinAndLeave() {
		assertThat(events("session_start")).anyMatch((event) -> event.userId() == null)
			.anyMatch((event) -> event.userId() != null);
		assertThat(events("signup")).isNotEmpty();
		assertThat(events("churn")).isNotEmpty();
	}

	private static Set<UUID> sessionsWith(String eventType) {
		Set<UUID> sessions = new HashSet<>();
		events(eventType).forEach((event) -> sessions.add(event.sessionId()));
		return sessions;
	}

	private static List<WireMessage.StoreEvent> events(String eventType) {
		return of(WireMessage.StoreEvent.class).stream()
			.filter((event) -> event.eventType().equals(eventType))
			.toList();
	}

	private static <T extends WireMessage> List<T> of(Class<T> type) {
		return FOUR_WEEKS.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static List<WireMessage> simulate(SimulationSettings shop, LocalDate from, LocalDate to) {
		List<WireMessage> messages = new ArrayList<>();
		new Simulation(shop).window(Days.start(from), Days.start(to), messages::add);
		return messages;
	}

	private static byte[] bytes(List<WireMessage> messages) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		messages.forEach((message) -> out.writeBytes(WireWriter.write(message)));
		return out.toByteArray();
	}

}
