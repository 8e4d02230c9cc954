package io.cartpulse.source;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WireReaderTests {

	private final WireReader reader = new WireReader();

	@Test
	void keepsTheExactCharactersOfScalars() {
		WireRecord.Known order = known(
				"{\"type\":\"order\",\"order_id\":true,\"total_usd\":1.50E0,\"user_id\":\" 7 \"}");
		assertThat(value(order, "order_id")).isEqualTo("true");
		assertThat(value(order, "total_usd")).isEqualTo("1.50E0");
		assertThat(value(order, "user_id")).isEqualTo(" 7 ");
		assertThat(order.extra()).isNull();
	}

	@Test
	void keepsFieldsThatTheContractDoesNotList() {
		WireRecord.Known event = known(
				"{\"a\":[1,{\"b\":null}],\"type\":\"event\",\"event_type\":\"login\",\"n\":1e999999}");
		assertThat(event.extra()).isEqualTo("{\"a\":[1,{\"b\":null}],\"n\":\"1e999999\"}");
	}

	@Test
	void keepsStructureWhereScalarBelongsUnderItsName() {
		WireRecord.Known event = known("{\"type\":\"event\",\"event_type\":\"login\",\"user_id\":{\"id\":1}}");
		assertThat(value(event, "user_id")).isNull();
		assertThat(event.extra()).isEqualTo("{\"user_id\":{\"id\":1}}");
	}

	@Test
	void lastOfDuplicateNamesCounts() {
		WireRecord.Known event = known("{\"type\":\"signup\",\"type\":\"churn\",\"user_id\":[1],\"user_id\":2}");
		assertThat(value(event, "event_type")).isEqualTo("churn");
		assertThat(value(event, "user_id")).isEqualTo("2");
		assertThat(event.extra()).isNull();
	}

	@Test
	void sessionTypeIsAnEventOfThatType() {
		WireRecord.Known event = known("{\"type\":\" Session_Start \",\"event_type\":\"logout\"}");
		assertThat(event.type()).isEqualTo(RecordType.EVENT);
		assertThat(value(event, "event_type")).isEqualTo("session_start");
		assertThat(event.extra()).isEqualTo("{\"event_type\":\"logout\"}");
	}

	@Test
	void objectWithEventTypeOnlyIsAnEvent() {
		assertThat(known("{\"event_type\":\"login\"}").type()).isEqualTo(RecordType.EVENT);
	}

	@Test
	void replacesWhatPostgresqlCannotStore() {
		WireRecord.Known profile = known(
				"{\"type\":\"user_profile\",\"name\":\"a\\u0000\\ud800b\\ud83d\\ude00\",\"x\":[\"\\udc00\"]}");
		assertThat(value(profile, "name")).isEqualTo("a\uFFFD\uFFFDb\uD83D\uDE00");
		assertThat(profile.extra()).isEqualTo("{\"x\":[\"\uFFFD\"]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "{", "{\"a\":NaN}", "{\"a\":Infinity}", "{} x", "[1] 2", "{'a':1}",
			"{\"a\":01}", "\u0001", "// c\n{}" })
	void textThatIsNoJsonIsDeadLetter(String text) {
		assertThat(reasonOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(DeadLetterReason.NOT_JSON);
	}

	@Test
	void wrongUtf8AndUtf16AreNoJson() {
		assertThat(reasonOf(new byte[] { '"', (byte) 0xC0, (byte) 0xAF, '"' })).isEqualTo(DeadLetterReason.NOT_JSON);
		assertThat(reasonOf(new byte[] { '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"' }))
			.isEqualTo(DeadLetterReason.NOT_JSON);
		assertThat(reasonOf("{\"type\":\"event\"}".getBytes(StandardCharsets.UTF_16BE)))
			.isEqualTo(DeadLetterReason.NOT_JSON);
		assertThat(reasonOf(null)).isEqualTo(DeadLetterReason.NOT_JSON);
	}

	@Test
	void nestingOver500IsNoJson() {
		assertThat(reasonOf(("[".repeat(500) + "]".repeat(500)).getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(DeadLetterReason.NOT_AN_OBJECT);
		assertThat(reasonOf(("[".repeat(501) + "]".repeat(501)).getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(DeadLetterReason.NOT_JSON);
	}

	@Test
	void sizeIsTestedFirst() {
		assertThat(reasonOf(new byte[WireReader.MAX_BYTES + 1])).isEqualTo(DeadLetterReason.TOO_LARGE);
		String longest = "{\"type\":\"event\",\"p\":\"" + "x".repeat(WireReader.MAX_BYTES - 23) + "\"}";
		assertThat(this.reader.read(longest.getBytes(StandardCharsets.UTF_8))).isInstanceOf(WireRecord.Known.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"type\":\"x\"}", "{\"type\":[\"event\"]}", "{\"type\":null,\"event_type\":null}",
			"{\"type\":\"\",\"event_type\":\"login\"}" })
	void objectOfUnknownTypeIsDeadLetter(String text) {
		assertThat(reasonOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(DeadLetterReason.UNKNOWN_TYPE);
	}

	private WireRecord.Known known(String json) {
		return (WireRecord.Known) this.reader.read(json.getBytes(StandardCharsets.UTF_8));
	}

	private DeadLetterReason reasonOf(byte @Nullable [] value) {
		return ((WireRecord.Unreadable) this.reader.read(value)).reason();
	}

	private static @Nullable String value(WireRecord.Known known, String field) {
		return known.values()[1 + known.type().indexOf(field)];
	}

}
