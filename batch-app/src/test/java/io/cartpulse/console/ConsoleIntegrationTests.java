package io.cartpulse.console;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.schedule.Schedules;
import io.cartpulse.testing.ConsoleClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the console over plain HTTP: roles, tokens, refusals, and that data stays
 * data.
 */
class ConsoleIntegrationTests {

	private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";

	private final RunningApi api = RunningApi.shared();

	private final JdbcTemplate jdbc = this.api.jdbc();

	private long record;

	@BeforeEach
	void fill() {
		this.jdbc.update("delete from dds.quarantine");
		this.jdbc.update("delete from raw.dead_letters where source_id = 77");
		this.jdbc.update("delete from etl.dead_letter_states where source_id = 77");
		this.record = insert("order", "{\"type\": \"order\", \"order_id\": \"x\"}", "open");
		this.jdbc.update(
				"""
						insert into raw.dead_letters (source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason,
						    detail, payload)
						values (77, 0, 1, now(), 1, 'NOT_JSON', 'no JSON', cast(? as text)::bytea)""",
				EVIL);
	}

	private long insert(String type, String payload, String state) {
		Long id = this.jdbc.queryForObject(
				"""
						insert into dds.quarantine (source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason,
						    field, message, payload, load_id, state)
						select 1, 0, coalesce(max(kafka_offset), 0) + 1, now(), ?, 'INVALID_VALUE', 'total_usd', ?,
						    cast(? as jsonb), 1, ?
						from dds.quarantine
						returning id""",
				Long.class, type, EVIL, payload, state);
		return (id != null) ? id : -1;
	}

	private ConsoleClient as(String user) {
		return ConsoleClient.loggedIn(this.api.address(), user);
	}

	private static List<String> pages() {
		return List.of("/executions", "/executions?status=FAILED&q=disk&parameter=mode%3Drebuild", "/jobs",
				"/jobs/raw-to-dds", "/jobs/dds-to-clickhouse", "/schedules", "/schedules/pipeline", "/quarantine",
				"/quarantine?state=all", "/dead-letters", "/dead-letters/77-0-1", "/ledger",
				"/ledger?from=2026-01-01&to=2026-01-02", "/audit", "/enrichment");
	}

	private Stream<String> allPages() {
		return Stream.concat(pages().stream(), Stream.of("/quarantine/" + this.record));
	}

	@Test
	void everyPageIsWholeAndHasNothingInline() {
		ConsoleClient admin = as("admin");
		// these two wait for Kafka, which is away: once is enough
		assertThat(Stream.concat(Stream.of("/", "/doctor"), allPages())).allSatisfy((path) -> {
			HttpResponse<String> page = admin.get(path);
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).endsWith("</html>\n")
				.containsOnlyOnce("<h1")
				.containsOnlyOnce("<main")
				.doesNotContainPattern("<script(?![^>]* src=)")
				.doesNotContainPattern("(?i)<[^>]* (on[a-z]+|style)=")
				.doesNotContainPattern("(?i)(src|href|action)=\"([a-z]+:|//)")
				.doesNotContain("<style");
		});
	}

	@Test
	void whatNoButtonSaysIsDoneWithNothing() {
		for (String list : List.of("/quarantine", "/dead-letters")) {
			assertThat(as("operator").post(list, "action", "frob", "ids", String.valueOf(this.record)).statusCode())
				.as(list)
				.isEqualTo(400);
		}
		assertThat(state(this.record)).isEqualTo("open");
	}

	@Test
	void aViewerSeesNoButtonsAndIsRefusedByHand() {
		ConsoleClient viewer = as("viewer");
		assertThat(allPages())
			.allSatisfy((path) -> assertThat(viewer.get(path).body()).containsOnlyOnce("method=\"post\"")
				.contains("action=\"/logout\""));
		for (String change : List.of("/jobs/raw-to-dds", "/executions/1/restart", "/schedules/pipeline/pause",
				"/schedules/pipeline/run", "/quarantine", "/quarantine/" + this.record + "/replay")) {
			HttpResponse<String> refused = viewer.post(change, "action", "discard", "ids", "1");
			assertThat(refused.statusCode()).as(change).isEqualTo(403);
			assertThat(refused.body()).contains("role does not allow it");
		}
		assertThat(state(this.record)).isEqualTo("open");
	}

	@Test
	void anOperatorReplaysButEditsNeitherSchedulesNorPayloads() {
		ConsoleClient operator = as("operator");
		assertThat(operator.get("/schedules").body()).contains("/schedules/pipeline/run")
			.doesNotContain("/schedules/pipeline/pause", "/schedules/pipeline/resume");
		assertThat(operator.get("/quarantine/" + this.record).body()).contains("/replay").doesNotContain("<textarea");
		assertThat(operator.post("/schedules/pipeline/resume").statusCode()).isEqualTo(403);
		assertThat(operator.post("/schedules/pipeline", "cron", "0 * * * *", "zone", "UTC").statusCode())
			.isEqualTo(403);
		assertThat(operator.post("/quarantine/" + this.record + "/payload", "payload", "{}").statusCode())
			.isEqualTo(403);
	}

	@Test
	void aFormWithoutItsTokenChangesNothing() {
		ConsoleClient admin = as("admin").forgetToken();
		assertThat(admin.post("/quarantine/" + this.record + "/discard").statusCode()).isEqualTo(403);
		assertThat(admin.post("/logout").statusCode()).isEqualTo(403);
		assertThat(state(this.record)).isEqualTo("open");
	}

	@Test
	void nobodyIsSentToTheLogin() {
		assertThat(this.api.nobody().get("/executions?status=FAILED").header("Location")).endsWith("/login");
		assertThat(this.api.nobody().get("/console/console.js").header("Location")).endsWith("/login");
	}

	@Test
	void theIconOfTheLoginTouchesNoSession() {
		assertThat(this.api.nobody().get("/login").body()).contains("rel=\"icon\"", "/console/icon.svg");
		assertThat(this.api.nobody().get("/console/icon.svg").status()).isEqualTo(200);
		assertThat(this.api.nobody().get("/console/icon.svg").header("Set-Cookie")).isEmpty();
	}

	@Test
	void readOnlyIsToldAndOffersNothing() {
		try (RunningApi readOnly = RunningApi.with("cartpulse.security.read-only=true")) {
			ConsoleClient admin = ConsoleClient.loggedIn(readOnly.address(), "admin");
			assertThat(admin.get("/schedules").body()).contains("Read-only:").containsOnlyOnce("method=\"post\"");
			assertThat(admin.post("/schedules/pipeline/pause").statusCode()).isEqualTo(403);
			assertThat(admin.post("/logout").headers().firstValue("Location").orElse("")).endsWith("/login?logout");
		}
	}

	@Test
	void dataStaysData() {
		ConsoleClient admin = as("admin");
		String evilJob = admin.post("/jobs/raw-to-dds", "param.mode", EVIL, "reason", EVIL).body();
		assertThat(evilJob).contains("&lt;script&gt;").doesNotContain("<script>", "<img src=x");
		assertThat(admin.get("/quarantine").body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
		assertThat(admin.get("/dead-letters").body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
		assertThat(admin.get("/dead-letters/77-0-1").body()).contains("&lt;script&gt;alert(1)")
			.doesNotContain("<script>");
		long evil = insert("event", "{\"</textarea><script>\": \"</pre><script>\"}", "discarded");
		assertThat(admin.get("/quarantine/" + evil).body()).contains("&lt;/pre&gt;&lt;script&gt;")
			.doesNotContain("<script>");
		HttpResponse<String> launched = admin.postAndFollow("/jobs/raw-to-dds", "param.mode", "incremental", "reason",
				EVIL);
		assertThat(launched.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
		assertThat(admin.get("/audit?actor=" + "%22%3E%3Cscript%3E").body()).contains("&quot;&gt;&lt;script&gt;")
			.doesNotContain("\"><script>");
	}

	@Test
	void aDeadLetterIsEditedByAnAdministratorAlone() {
		String path = "/dead-letters/77-0-1";
		assertThat(as("viewer").get(path).body()).doesNotContain("Send again", "textarea", "/payload");
		assertThat(as("operator").get(path).body()).contains("Send again", "Discard").doesNotContain("textarea");
		String message = "{\"type\": \"signup\", \"user_id\": 7}";
		for (String user : new String[] { "viewer", "operator" }) {
			assertThat(as(user).post(path + "/payload", "payload", message).statusCode()).isEqualTo(403);
		}
		ConsoleClient admin = as("admin");
		HttpResponse<String> refused = admin.post(path + "/payload", "payload", "{</textarea><script>");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Nothing was changed.", "It would be a dead letter again",
				"{&lt;/textarea&gt;&lt;script&gt;");
		assertThat(admin.postAndFollow(path + "/payload", "payload", message).body())
			.contains("These contents are sent when the letter is sent again.", "&quot;signup&quot;", "by admin,");
		assertThat(as("viewer").get(path).body()).contains("What is sent in its place", "&quot;signup&quot;");
	}

	@Test
	void deadLettersAreSentAndDiscardedByTheList() {
		ConsoleClient operator = as("operator");
		assertThat(as("viewer").get("/dead-letters").body()).contains("77-0-1").doesNotContain("name=\"ids\"");
		assertThat(as("viewer").post("/dead-letters", "action", "replay", "ids", "77-0-1").statusCode()).isEqualTo(403);
		assertThat(operator.postAndFollow("/dead-letters", "action", "discard").body()).contains("Nothing was chosen");
		assertThat(operator.postAndFollow("/dead-letters", "action", "replay", "ids", "77-0-1").body())
			.contains("Kafka does not answer.", "Nothing was sent.");
		assertThat(operator.postAndFollow("/dead-letters", "action", "discard", "ids", "77-0-1").body())
			.contains("What became of each", "href=\"/dead-letters/77-0-1\"", "letter 77-0-1", "done");
		assertThat(operator.get("/dead-letters").body()).doesNotContain("77-0-1");
		assertThat(operator.get("/dead-letters?state=discarded").body()).contains("77-0-1");
		assertThat(operator.postAndFollow("/dead-letters/77-0-1/discard").body()).contains("is discarded");
	}

	@Test
	void aParameterThatTheJobDoesNotTakeIsToldAtTheForm() {
		HttpResponse<String> refused = as("operator").post("/jobs/raw-to-dds", "param.mode", "sideways", "reason",
				"to see it");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("The job does not take this parameter.",
				"mode=sideways cannot be read; write mode=incremental or mode=rebuild", "aria-invalid=\"true\"",
				"value=\"to see it\"");
	}

	@Test
	void aBadCronChangesNothingAndIsToldAtTheForm() {
		ConsoleClient admin = as("admin");
		Schedules schedules = this.api.get(Schedules.class);
		String before = schedules.of(KnownJob.KAFKA_TO_RAW).orElseThrow().cron();
		HttpResponse<String> refused = admin.post("/schedules/kafka-to-raw", "cron", "61 * * * *", "zone", "UTC",
				"enabled", "true");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Nothing was changed.", "value=\"61 * * * *\"");
		assertThat(schedules.of(KnownJob.KAFKA_TO_RAW).orElseThrow().cron()).isEqualTo(before);
	}

	@Test
	void aScheduleIsEditedPausedAndResumedAndTheAuditTellsIt() {
		ConsoleClient admin = as("admin");
		String saved = admin
			.postAndFollow("/schedules/retry-quarantine", "cron", "30 4 * * *", "zone", "Europe/Berlin", "enabled",
					"true")
			.body();
		assertThat(saved).contains("The schedule of retry-quarantine holds from now on.", "at 04:30, Europe/Berlin");
		assertThat(admin.postAndFollow("/schedules/retry-quarantine/pause").body())
			.contains("Job retry-quarantine no longer starts by itself.");
		assertThat(this.api.get(Schedules.class).of(KnownJob.RETRY_QUARANTINE).orElseThrow().enabled()).isFalse();
		assertThat(admin.get("/audit?action=schedule.change&actor=admin").body())
			.contains("30 4 * * * in Europe/Berlin, not enabled");
	}

	@Test
	void severalRecordsAreDiscardedAndEachHasItsResult() {
		long second = insert("order", "{\"type\": \"order\"}", "resolved");
		String page = as("operator")
			.postAndFollow("/quarantine", "action", "discard", "ids", "" + this.record, "ids", "" + second)
			.body();
		assertThat(page).contains("What became of each", "record " + this.record,
				"Record " + second + " is resolved; this is possible while it is open.");
		assertThat(state(this.record)).isEqualTo("discarded");
		assertThat(as("operator").postAndFollow("/quarantine", "action", "discard").body())
			.contains("tick some records first");
	}

	@Test
	void theProvidersShowTheirBudgetsPauseAndLastFailure() {
		this.jdbc.update("delete from etl.enrichment_budgets where provider = 'open-weather'");
		this.jdbc.update("delete from etl.enrichment_failures where provider = 'open-weather'");
		assertThat(as("viewer").get("/enrichment").body()).contains("No provider is asked", "1,000,000 left",
				"0 of 1,000,000 used this month", "none</dd>");
		this.jdbc
			.update("""
					insert into etl.enrichment_budgets (provider, minute_start, minute_used, day_start, day_used, month_start,
					    month_used, paused_until)
					values ('open-weather', date_trunc('minute', now()), 7, current_date, 7,
					    date_trunc('month', now()), 1234, now() + interval '1 hour')""");
		this.jdbc.update("insert into etl.enrichment_failures (provider, category, message, failed_at) values"
				+ " ('open-weather', 'TIMEOUT', ?, now())", EVIL);
		assertThat(as("viewer").get("/enrichment").body())
			.contains("998,766 left", "1,234 of 1,000,000 used this month", "Paused until", "&lt;script&gt;alert(1)",
					"(TIMEOUT)", "aria-current=\"page\"")
			.doesNotContain("<script>");
	}

	@Test
	void aPayloadThatCannotBeReadIsToldAtTheFormAndKeptThere() {
		HttpResponse<String> refused = as("admin").post("/quarantine/" + this.record + "/payload", "payload",
				"{\"type\": \"user_profile\"}");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Nothing was changed.", "&quot;user_profile&quot;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/executions/999999999", "/jobs/frob", "/schedules/init-dwh", "/quarantine/999999999",
			"/dead-letters/frob", "/nothing" })
	void whatIsNotThereIsToldAsAPage(String path) {
		HttpResponse<String> page = as("viewer").get(path);
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("Go to the pipeline").doesNotContain("Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/executions?status=FROB", "/executions?cursor=x", "/executions?from=x", "/executions/x",
			"/ledger?from=x", "/audit?from=x", "/dead-letters?to=x" })
	void whatCannotBeReadIsToldAsAPage(String path) {
		HttpResponse<String> page = as("viewer").get(path);
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.body()).contains("Go to the pipeline").doesNotContain("Exception");
	}

	private String state(long id) {
		return String
			.valueOf(this.jdbc.queryForObject("select state from dds.quarantine where id = ?", String.class, id));
	}

}
