package io.cartpulse.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class WireWriterTests {

	private static final Instant NOW = Instant.parse("2024-03-01T10:00:00.123456Z");

	private static final UUID ID = UUID.fromString("10000000-0000-4000-8000-000000000001");

	private static final WireMessage.Place PLACE = new WireMessage.Place("Paris", "France", new BigDecimal("48.85"),
			new BigDecimal("2.35"), new BigDecimal("-1.5"), "snow");

	static List<WireMessage> messages() {
		BigDecimal amount = new BigDecimal("9.50");
		return List.of(
				new WireMessage.UserProfile(ID, 1L, "Ann", "ann@example.org", LocalDate.of(1990, 1, 31), "female", NOW),
				new WireMessage.UserDevice(ID, 1L, "mobile", "iOS", "Safari", NOW),
				new WireMessage.UserLocation(ID, 1L, PLACE, NOW),
				new WireMessage.StoreEvent(ID, "purchase", NOW, 1L, ID, new WireMessage.Product(7, "Lamp", "home"), ID,
						2, PLACE, new WireMessage.Cost(amount, amount, amount)),
				new WireMessage.Order(ID, ID, NOW, amount, 1L, "spring", NOW),
				new WireMessage.OrderItem(ID, ID, 7, amount, 2, 1, 1L, NOW),
				new WireMessage.OrderStatus(ID, ID, "refunded", amount, 1L, NOW),
				new WireMessage.CampaignEvent(ID, "spring", "click", 1L, "Spring", "email", amount, NOW));
	}

	@ParameterizedTest
	@MethodSource("messages")
	void whatIsWrittenIsReadInFull(WireMessage message) {
		WireRecord.Known known = (WireRecord.Known) new WireReader().read(WireWriter.write(message));
		assertThat(known.type()).isEqualTo(message.type());
		assertThat(known.values()).doesNotContainNull();
		assertThat(known.extra()).isNull();
		Reading reading = new RecordValidator(ReadingSettings.defaults()).validate(known.type(), known.values(), null,
				NOW);
		ValidRecord record = ((Reading.Valid) reading).record();
		assertThat(record.repairs()).isEmpty();
		assertThat(record.eventId()).isEqualTo(message.eventId());
		assertThat(record.timeMicros()).isEqualTo(message.time().getEpochSecond() * 1_000_000 + 123456);
	}

	@Test
	void absentFieldsAreLeftOut() {
		WireMessage guest = new WireMessage.StoreEvent(null, "view_page", NOW, null, null, null, null, null, null,
				null);
		assertThat(new String(WireWriter.write(guest), StandardCharsets.UTF_8)).isEqualTo(
				"{\"type\":\"event\",\"event_type\":\"view_page\",\"timestamp\":\"2024-03-01T10:00:00.123456Z\"}");
		assertThat(WireWriter.key(guest)).isNull();
	}

}
