package io.cartpulse.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.terminal.TextTable;
import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stores a million executions with steps by SQL, then asks every list, search and detail
 * over HTTP: 95 of 100 answers must come within 100 ms.
 */
class MillionExecutionsBenchmark {

	private static final int EXECUTIONS = 1_000_000;

	private static final int OTHER_ROWS = 200_000;

	private static final int CALLS = 200;

	private static final int WARM_UP = 20;

	private static final double BOUND_MILLIS = 100;

	private static final List<String> FILLED = List.of("fill-instances.sql", "fill-executions.sql",
			"fill-parameters.sql", "fill-contexts.sql", "fill-steps.sql", "fill-failures.sql", "fill-audit.sql");

	private static final List<String> ALSO_FILLED = List.of("fill-quarantine.sql", "fill-dead-letters.sql",
			"fill-ledger.sql");

	private final RunningApi api = RunningApi.shared();

	private final ApiClient viewer = this.api.as("viewer");

	private final TextTable table = new TextTable("call", ">p50 ms", ">p95 ms", ">max ms");

	private final List<String> slow = new ArrayList<>();

	@Test
	void everyListSearchAndDetailAnswersWithinAHundredMilliseconds() {
		fill();
		measureExecutions();
		measureOthers();
		this.table.lines().forEach(System.out::println);
		assertThat(this.slow).isEmpty();
	}

	private void fill() {
		Instant start = Instant.now();
		NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(this.api.jdbc());
		this.api.jdbc().execute("alter table batch.batch_job_execution disable trigger user");
		this.api.jdbc().execute("alter table batch.batch_job_execution_params disable trigger user");
		this.api.jdbc().execute("alter table batch.failure disable trigger user");
		FILLED.forEach((file) -> jdbc.update(SqlFile.read(getClass(), file), Map.of("rows", EXECUTIONS)));
		ALSO_FILLED.forEach((file) -> jdbc.update(SqlFile.read(getClass(), file), Map.of("rows", OTHER_ROWS)));
		this.api.jdbc().execute("vacuum analyze");
		System.out.println("filled in " + Duration.between(start, Instant.now()).toSeconds() + " s");
	}

	private void measureExecutions() {
		String list = "/api/v1/executions";
		measure(list, (call) -> list);
		measure(list + " page after page", new Pages(list));
		measure(list + "?limit=200", (call) -> list + "?limit=200");
		measure("?job= common", (call) -> list + "?job=pipeline");
		measure("?job= rare", (call) -> list + "?job=init-dwh");
		measure("?job= unknown", (call) -> list + "?job=frob");
		measure("?status=FAILED", (call) -> list + "?status=FAILED");
		measure("?status=STOPPED,ABANDONED", (call) -> list + "?status=STOPPED,ABANDONED");
		measure("?status=STARTED (none)", (call) -> list + "?status=STARTED");
		measure("?job=&status=", (call) -> list + "?job=raw-to-dds&status=FAILED");
		measure("?from=&to= an hour long ago",
				(call) -> list + "?from=%s&to=%s".formatted(hoursAgo(9000 + call), hoursAgo(8999 + call)));
		measure("?to= half of all", (call) -> list + "?to=" + hoursAgo(8000 + call));
		measure("?status=FAILED&to= half of all", (call) -> list + "?status=FAILED&to=" + hoursAgo(8000 + call));
		measure("?param.mode= one in a thousand", (call) -> list + "?param.mode=rebuild");
		measure("?param.startedBy= one in a hundred", (call) -> list + "?param.startedBy=ada");
		measure("?param.startedBy= nearly all", (call) -> list + "?param.startedBy=schedule");
		measure("?param.mode=&status=&job=", (call) -> list + "?param.mode=rebuild&status=FAILED&job=raw-to-dds");
		measure("?q= one in three thousand", (call) -> list + "?q=tired+seven");
		measure("?q= one in thirty", (call) -> list + "?q=refused");
		measure("?q= beginning of words", (call) -> list + "?q=conn+refu");
		measure("?q= with a job's name", (call) -> list + "?q=refused+raw-to-dds");
		measure("?q= a number", (call) -> list + "?q=" + (500_000 + call));
		measure("?q= nothing", (call) -> list + "?q=nothinglikeit");
		measure("?q=&job=&status=", (call) -> list + "?q=refused&job=raw-to-dds&status=FAILED");
		measure(list + "/{id}", (call) -> list + "/" + (4000L * call + 1));
		measure(list + "/{id}/failure", (call) -> list + "/" + (3000L * call + 7));
		measure("/api/v1/jobs", (call) -> "/api/v1/jobs");
		measure("/api/v1/jobs/{job}", (call) -> "/api/v1/jobs/pipeline");
	}

	private void measureOthers() {
		measure("/api/v1/audit", new Pages("/api/v1/audit"));
		measure("/api/v1/audit?actor=&action=", (call) -> "/api/v1/audit?actor=ada&action=login");
		measure("/api/v1/audit?from=&to=",
				(call) -> "/api/v1/audit?from=%s&to=%s".formatted(hoursAgo(9000 + call), hoursAgo(8999 + call)));
		measure("/api/v1/quarantine", new Pages("/api/v1/quarantine"));
		measure("/api/v1/quarantine?state=open&reason=&type=",
				(call) -> "/api/v1/quarantine?state=open&reason=ORPHAN&type=event");
		measure("/api/v1/quarantine/summary", (call) -> "/api/v1/quarantine/summary");
		measure("/api/v1/quarantine/{id}", (call) -> "/api/v1/quarantine/" + (call * 900 + 1));
		measure("/api/v1/dead-letters", new Pages("/api/v1/dead-letters"));
		measure("/api/v1/dead-letters?reason=", (call) -> "/api/v1/dead-letters?reason=TOO_LARGE");
		measure("/api/v1/dead-letters/{id}", (call) -> "/api/v1/dead-letters/1-0-" + (call * 600 + 6));
		measure("/api/v1/reconciliation", (call) -> "/api/v1/reconciliation");
		measure("/api/v1/reconciliation a month", (call) -> "/api/v1/reconciliation?from=%s&to=%s"
			.formatted(LocalDate.now().minusDays(30), LocalDate.now()));
		measure("/api/v1/schedules", (call) -> "/api/v1/schedules");
		measure("/api/v1/schedules/{job}", (call) -> "/api/v1/schedules/pipeline");
		measure("/api/v1/enrichment", (call) -> "/api/v1/enrichment");
	}

	private static String hoursAgo(int hours) {
		return Instant.now().minus(Duration.ofHours(hours)).toString();
	}

	private void measure(String name, IntFunction<String> path) {
		double[] millis = new double[CALLS];
		for (int call = -WARM_UP; call < CALLS; call++) {
			String asked = (path instanceof Pages pages) ? pages.apply(this.viewer) : path.apply(Math.max(0, call));
			long start = System.nanoTime();
			ApiClient.Answer answer = this.viewer.get(asked);
			double taken = (System.nanoTime() - start) / 1e6;
			assertThat(answer.status()).as(asked).isEqualTo(200);
			if (call >= 0) {
				millis[call] = taken;
			}
		}
		Arrays.sort(millis);
		double p95 = millis[CALLS * 95 / 100];
		this.table.row(name, text(millis[CALLS / 2]), text(p95), text(millis[CALLS - 1]));
		if (p95 > BOUND_MILLIS) {
			this.slow.add(name + ": " + text(p95) + " ms");
		}
		System.err.println(name + " " + text(millis[CALLS / 2]) + " " + text(p95) + " " + text(millis[CALLS - 1]));
	}

	private static String text(double millis) {
		return "%.1f".formatted(millis);
	}

	/**
	 * Goes through a list, page after page.
	 */
	private static final class Pages implements IntFunction<String> {

		private final String list;

		private String cursor = "";

		private Pages(String list) {
			this.list = list;
		}

		@Override
		public String apply(int call) {
			return this.list + "?cursor=" + this.cursor;
		}

		private String apply(ApiClient client) {
			this.cursor = client.get(apply(0)).json().get("next").asString();
			return apply(0);
		}

	}

}
