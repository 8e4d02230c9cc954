package io.cartpulse.console;

import java.time.Instant;

import io.cartpulse.execution.ExecutionFilter;
import io.cartpulse.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.batch.core.BatchStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link ExecutionSearch}.
 */
class ExecutionSearchTests {

	@Test
	void emptyFieldsDoNotMatter() {
		ExecutionSearch search = new ExecutionSearch("", " ", "", "", "", "");
		assertThat(search.filter()).isEqualTo(ExecutionFilter.all());
		assertThat(search.narrows()).isFalse();
	}

	@Test
	void fieldsBecomeTheFilter() {
		ExecutionSearch search = new ExecutionSearch("pipeline", "FAILED", "2026-01-02T03:04:05Z", "2026-01-02T03:04",
				" mode = rebuild ", " disk full ");
		ExecutionFilter filter = search.filter();
		assertThat(filter.job()).isEqualTo("pipeline");
		assertThat(filter.statuses()).containsExactly(BatchStatus.FAILED);
		assertThat(filter.from()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
		assertThat(filter.to()).as("without a zone it is UTC").isEqualTo(Instant.parse("2026-01-02T03:04:00Z"));
		assertThat(filter.parameters()).containsOnlyKeys("mode").containsEntry("mode", "rebuild");
		assertThat(filter.q()).isEqualTo("disk full");
		assertThat(search.narrows()).isTrue();
	}

	@Test
	void runningMeansAllStatusesThatCountAsRunning() {
		assertThat(new ExecutionSearch(null, "RUNNING", null, null, null, null).filter().statuses())
			.containsExactlyInAnyOrder(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);
	}

	@ParameterizedTest
	@CsvSource({ "FROB,,", ",yesterday,", ",,mode" })
	void whatCannotBeReadIsRefused(String status, String from, String parameter) {
		ExecutionSearch search = new ExecutionSearch(null, status, from, null, parameter, null);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(search::filter);
	}

}
