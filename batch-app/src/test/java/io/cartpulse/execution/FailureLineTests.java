package io.cartpulse.execution;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link FailureLine}.
 */
class FailureLineTests {

	@Test
	void prefersWhatThisProgramSays() {
		assertThat(FailureLine.of("""
				org.springframework.X: outer
					at a.B.c(D.java:1)
				Caused by: io.cartpulse.raw.KafkaSourceException: topic t does not exist: create it
					at a.B.c(D.java:1)
				Caused by: java.util.concurrent.ExecutionException: inner
				""")).isEqualTo("topic t does not exist: create it");
	}

	@Test
	void elseTellsTheLastCause() {
		assertThat(FailureLine.of("""
				org.springframework.X: outer
				Caused by: java.net.ConnectException: Connection refused
					at a.B.c(D.java:1)
				""")).isEqualTo("Connection refused");
	}

	@Test
	void namesTheTypeWhereNothingIsSaid() {
		assertThat(FailureLine.of("java.lang.NullPointerException\n\tat a.B.c(D.java:1)"))
			.isEqualTo("java.lang.NullPointerException");
	}

	@Test
	void takesTheKeptCausesWhereTheyAreThere() {
		assertThat(FailureLine.of("""
				[{"type": "a.B", "message": "outer"}, {"type": "c.D", "message": "root\\nsecond line"},
				{"type": "e.F", "message": null}]""", "cut")).isEqualTo("root");
		assertThat(FailureLine.of(null, "a.B: cut")).isEqualTo("cut");
		assertThat(FailureLine.of("[]", "cut")).isNull();
		assertThat(FailureLine.of(null, "")).isNull();
	}

	@Test
	void isOneShortLine() {
		assertThat(FailureLine.of("x".repeat(1000))).hasSizeLessThan(310);
	}

}
