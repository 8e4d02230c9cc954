package io.cartpulse.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordValidatorTests {

	private static final Instant RECEIVED = Instant.parse("2024-03-01T12:00:00Z");

	private final RecordValidator validator = new RecordValidator(ReadingSettings.defaults());

	@Test
	void roundsMoneyHalfUpWithoutDoubles() {
		ValidRecord event = valid(event("\"cost_usd\":\"9.995\""));
		assertThat(event.value("cost_usd")).isEqualTo(new BigDecimal("10.00"));
	}

	@ParameterizedTest
	@CsvSource({ "5, 5", "5.0, 5", "5e0, 5", "'\"007\"', 7", "9223372036854775807, 9223372036854775807" })
	void readsWholeNumbers(String text, long number) {
		assertThat(valid(event("\"user_id\":" + text)).value("user_id")).isEqualTo(number);
	}

	@ParameterizedTest
	@CsvSource({ "2.5", "0", "-1", "9223372036854775808", "true", "[1]", "'\"x\"'", "1e30" })
	void refusesUserIdThatIsNoId(String text) {
		assertRefused(event("\"user_id\":" + text), RefusalReason.INVALID_VALUE, "user_id");
	}

	@ParameterizedTest
	@CsvSource({ "null", "'\"\"'", "'\"  \"'" })
	void absentUserIdIsGuest(String text) {
		assertThat(valid(event("\"user_id\":" + text)).value("user_id")).isNull();
	}

	@Test
	void repairsBadOptionalFields() {
		ValidRecord event = valid(
				event("\"product_id\":-8,\"lat\":91,\"lon\":10,\"cost_eur\":1e30,\"quantity\":\"many\""));
		assertThat(event.repairs()).containsExactly("product_id", "quantity", "lat", "lon", "cost_eur");
		assertThat(event.value("lon")).isNull();
	}

	@Test
	void refusesQuantityThatWouldFalsifyFigures() {
		assertRefused(event("\"quantity\":10000000000000000"), RefusalReason.INVALID_VALUE, "quantity");
		assertRefused("{\"type\":\"order_item\",\"order_id\":\"a\",\"product_id\":1,\"price_usd\":1,\"quantity\":{}}",
				RefusalReason.INVALID_VALUE, "quantity");
	}

	@Test
	void firstMissingFieldComesBeforeUnreadableOnes() {
		assertRefused("{\"type\":\"order\",\"order_id\":{},\"total_usd\":1}", RefusalReason.MISSING_FIELD, "order_ts");
		assertRefused("{\"type\":\"user_location\",\"user_id\":{}}", RefusalReason.MISSING_FIELD, "city");
	}

	@Test
	void sessionMarksNeedTheirSessionAndSignupsTheirUser() {
		assertRefused("{\"type\":\"session_end\",\"timestamp\":\"2024-03-01\"}", RefusalReason.MISSING_FIELD,
				"session_id");
		assertRefused("{\"type\":\"churn\",\"timestamp\":\"2024-03-01\"}", RefusalReason.MISSING_FIELD, "user_id");
	}

	@Test
	void timesAreBoundedByTheKafkaRecord() {
		assertRefused(eventAt("2024-03-02T12:00:00.000001Z"), RefusalReason.FUTURE_TIMESTAMP, "timestamp");
		assertThat(valid(eventAt("2024-03-02T12:00:00Z"))).isNotNull();
		assertRefused(eventAt("1999-12-31T23:59:59Z"), RefusalReason.INVALID_VALUE, "timestamp");
	}

	@Test
	void placeholdersMeanAbsent() {
		ValidRecord event = valid(
				event("\"city\":\"(Not Set)\",\"country\":\"${geo.country}\",\"product_name\":\"{{p}}\""));
		assertThat(event.value("city")).isNull();
		assertThat(event.value("country")).isNull();
		assertThat(event.value("product_name")).isNull();
		assertThat(event.repairs()).isEmpty();
	}

	@Test
	void textIdsBecomeNameBasedUuids() {
		// RFC 9562's version 5 of "www.example.com" under the URL namespace, computed
		// with another library
		assertThat(valid(event("\"session_id\":\"www.example.com\"")).value("session_id"))
			.isEqualTo(UUID.fromString("b63cdfa4-3df9-568e-97ae-006c5b8fd652"));
		assertThat(valid(event("\"session_id\":\"00000000-0000-4000-8000-00000000000A\"")).value("session_id"))
			.isEqualTo(UUID.fromString("00000000-0000-4000-8000-00000000000a"));
	}

	@Test
	void birthDateLiesBetween1900AndTheRecord() {
		assertThat(valid(profile("\"birth_date\":\"1990-01-31T23:00:00-05:00\"")).value("birth_date"))
			.isEqualTo(LocalDate.of(1990, 1, 31));
		assertThat(valid(profile("\"birth_date\":\"1899-12-31\"")).repairs()).containsExactly("birth_date");
		assertThat(valid(profile("\"birth_date\":\"2024-03-02\"")).repairs()).containsExactly("birth_date");
	}

	@Test
	void contentsMakeTheFingerprint() {
		UUID fingerprint = valid(event("\"cost_usd\":9.50,\"user_id\":1")).fingerprint();
		assertThat(valid(event("\"user_id\":\"1\",\"cost_usd\":\"9.5\",\"x\":1,\"event_id\":\"e\"")).fingerprint())
			.isEqualTo(fingerprint);
		assertThat(valid(event("\"cost_usd\":9.51,\"user_id\":1")).fingerprint()).isNotEqualTo(fingerprint);
	}

	@Test
	void defaultedTimeIsNotInTheFingerprint() {
		assertThat(valid(profile("\"name\":\"A\"")).timeMicros()).isEqualTo(RECEIVED.toEpochMilli() * 1000);
		assertThat(valid(profile("\"name\":\"A\"")).fingerprint())
			.isEqualTo(valid(profile("\"name\":\"A\",\"generated_at\":\"soon\"")).fingerprint())
			.isNotEqualTo(valid(profile("\"name\":\"A\",\"generated_at\":\"2024-03-01T12:00:00Z\"")).fingerprint());
	}

	@Test
	void messageNamesFieldAndRuleButNotTheValue() {
		Reading.Refused refused = (Reading.Refused) read(event("\"user_id\":\"secret\""));
		assertThat(refused.message()).isEqualTo("user_id: must be a whole number greater than 0");
	}

	private static String event(String fields) {
		return "{\"type\":\"event\",\"event_type\":\"view_page\",\"timestamp\":\"2024-03-01T10:00:00Z\"," + fields
				+ "}";
	}

	private static String eventAt(String timestamp) {
		return "{\"type\":\"event\",\"event_type\":\"view_page\",\"timestamp\":\"" + timestamp + "\"}";
	}

	private static String profile(String fields) {
		return "{\"type\":\"user_profile\",\"user_id\":1," + fields + "}";
	}

	private ValidRecord valid(String json) {
		Reading reading = read(json);
		assertThat(reading).isInstanceOf(Reading.Valid.class);
		return ((Reading.Valid) reading).record();
	}

	private void assertRefused(String json, RefusalReason reason, String field) {
		assertThat(read(json)).isInstanceOfSatisfying(Reading.Refused.class, (refused) -> {
			assertThat(refused.reason()).isEqualTo(reason);
			assertThat(refused.field()).isEqualTo(field);
		});
	}

	private Reading read(String json) {
		WireRecord.Known known = (WireRecord.Known) new WireReader().read(json.getBytes(StandardCharsets.UTF_8));
		return this.validator.validate(known.type(), known.values(), known.extra(), RECEIVED);
	}

}
