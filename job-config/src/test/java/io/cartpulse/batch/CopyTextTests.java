package io.cartpulse.batch;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CopyTextTests {

	private static final String COPY = "copy t (a) from stdin";

	private final CopyText copy = new CopyText();

	private final RecordedCopy server = new RecordedCopy();

	@Test
	void separatesValuesAndEndsRows() throws SQLException {
		this.copy.text("a").number(7L).decimal(new BigDecimal("1E+2")).endRow();
		this.copy.uuid(new UUID(0, 5)).date(LocalDate.of(2024, 2, 29)).text("").endRow();
		assertThat(sent()).isEqualTo("a\t7\t100\n00000000-0000-0000-0000-000000000005\t2024-02-29\t\n");
	}

	@Test
	void tellsAbsentFromEmpty() throws SQLException {
		this.copy.text(null).number(null).decimal(null).uuid(null).date(null).timestamp(null).text("").endRow();
		assertThat(sent()).isEqualTo("\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\n");
	}

	@Test
	void escapesWhatTheFormatReserves() throws SQLException {
		this.copy.text("tab\t line\n return\r back\\slash \\N \\.").endRow();
		assertThat(sent()).isEqualTo("tab\\t line\\n return\\r back\\\\slash \\\\N \\\\.\n");
	}

	@Test
	void sendsTextAsUtf8() throws SQLException {
		this.copy.text("Ещё – 😀").endRow();
		assertThat(sent()).isEqualTo("Ещё – 😀\n");
	}

	@ParameterizedTest
	@CsvSource({ "0,1970-01-01 00:00:00.000000+00", "-1,1969-12-31 23:59:59.999999+00",
			"1709287202100000,2024-03-01 10:00:02.100000+00", "253402300799999999,9999-12-31 23:59:59.999999+00",
			"-62135596800000000,0001-01-01 00:00:00.000000+00" })
	void writesMomentsToTheMicrosecond(long micros, String text) throws SQLException {
		// once more on the day that is kept, and after another one
		this.copy.timestamp(micros).timestamp(micros).timestamp(86_400_000_000L).timestamp(micros).endRow();
		assertThat(sent()).isEqualTo(text + "\t" + text + "\t1970-01-02 00:00:00.000000+00\t" + text + "\n");
	}

	@Test
	void growsWithItsRows() throws SQLException {
		String large = "\t".repeat(100_000);
		this.copy.text(large).text("end").endRow();
		assertThat(sent()).isEqualTo("\\t".repeat(100_000) + "\tend\n");
	}

	@Test
	void forgetsItsRowsOnceTheyAreSent() throws SQLException {
		this.copy.text("first").endRow();
		assertThat(this.copy.copyInto(this.server.connection(), COPY)).isEqualTo(1);
		this.copy.text("second").endRow();
		assertThat(this.copy.copyInto(this.server.connection(), COPY)).isEqualTo(1);
		assertThat(this.server.received()).isEqualTo("second\n");
		assertThat(this.server.statement()).isEqualTo(COPY);
	}

	@Test
	void forgetsItsRowsWhenTheServerRefusesThem() throws SQLException {
		this.server.refuse("no such column");
		this.copy.text("refused").endRow();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> this.copy.copyInto(this.server.connection(), COPY))
			.withMessage("no such column");
		assertThat(this.server.cancelled()).isTrue();
		this.copy.text("next").endRow();
		assertThat(sent()).isEqualTo("next\n");
	}

	@Test
	void forgetsAHalfRowWhenCleared() throws SQLException {
		this.copy.text("half");
		this.copy.clear();
		this.copy.text("whole").endRow();
		assertThat(sent()).isEqualTo("whole\n");
	}

	private String sent() throws SQLException {
		this.copy.copyInto(this.server.connection(), COPY);
		return this.server.received();
	}

}
