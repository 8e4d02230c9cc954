package io.cartpulse.warehouse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link BytesReader}.
 */
class BytesReaderTests {

	@Test
	void textIsShownAsText() {
		byte[] bytes = "{\"größe\": 1}\n".getBytes(StandardCharsets.UTF_8);
		assertThat(BytesReader.show(bytes, bytes.length))
			.isEqualTo(new DeadLetter.Bytes("text", "{\"größe\": 1}\n", bytes.length, false));
	}

	@Test
	void whatIsNoTextIsBase64() {
		assertThat(BytesReader.show(new byte[] { (byte) 0xff, (byte) 0xfe }, 2))
			.isEqualTo(new DeadLetter.Bytes("base64", "//4=", 2, false));
		assertThat(BytesReader.show(new byte[] { 'a', 0 }, 2))
			.isEqualTo(new DeadLetter.Bytes("base64", "YQA=", 2, false));
	}

	@Test
	void aCharacterThatIsCutInTwoIsStillText() {
		byte[] whole = "aé".getBytes(StandardCharsets.UTF_8);
		assertThat(BytesReader.show(Arrays.copyOf(whole, 2), 3)).isEqualTo(new DeadLetter.Bytes("text", "a", 3, true));
		assertThat(BytesReader.show(Arrays.copyOf(whole, 2), 2))
			.isEqualTo(new DeadLetter.Bytes("base64", "YcM=", 2, false));
	}

	@Test
	void nothingIsNothing() {
		assertThat(BytesReader.show(null, 0)).isNull();
		assertThat(BytesReader.show(new byte[0], 0)).isEqualTo(new DeadLetter.Bytes("text", "", 0, false));
	}

}
