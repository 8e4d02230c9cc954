package io.cartpulse.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import io.cartpulse.testing.ApiClient;
import io.cartpulse.testing.ObedientJobs;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of jobs, executions and what can be done with them.
 */
class ExecutionApiIntegrationTests {

	private static final String LAUNCH = "/api/v1/jobs/kafka-to-raw/executions";

	private static final Set<String> RUNNING = Set.of("STARTING", "STARTED", "STOPPING");

	private final RunningApi api = RunningApi.shared();

	private final ApiClient operator = this.api.as("operator");

	@BeforeEach
	void forgetWhatWasSaid() {
		ObedientJobs.forget();
	}

	@Test
	void launchesAJobAndNamesTheExecution() {
		ApiClient.Answer launched = this.operator.post("/api/v1/jobs/raw-to-dds/executions", """
				{"parameters": {"mode": "incremental"}, "reason": "to see it <i>work</i>"}""");
		assertThat(launched.status()).isEqualTo(202);
		long id = launched.json().get("id").asLong();
		assertThat(launched.header("Location")).isEqualTo("/api/v1/executions/" + id);
		JsonNode ended = awaitEnd(id);
		assertThat(ended.get("status").asString()).isEqualTo("COMPLETED");
		assertThat(ended.get("startedBy").asString()).isEqualTo("operator");
		assertThat(ended.get("reason").asString()).isEqualTo("to see it <i>work</i>");
		assertThat(ended.get("parameters").get("mode").asString()).isEqualTo("incremental");
		assertThat(ended.get("progress").asDouble()).isEqualTo(1);
		assertThat(ended.get("actions")).isEmpty();
		assertThat(jobNamed("raw-to-dds").get("last").get("id").asLong()).isEqualTo(id);
	}

	@Test
	void refusesParametersThatTheJobDoesNotTake() {
		assertThat(this.operator.post(LAUNCH, "{\"parameters\": {\"mode\": \"rebuild\"}}").code())
			.isEqualTo("bad-job-parameter");
		assertThat(this.operator.post("/api/v1/jobs/raw-to-dds/executions", """
				{"parameters": {"mode": "'; drop table etl.audit; --"}}""").status()).isEqualTo(422);
		assertThat(
				this.operator.post("/api/v1/jobs/raw-to-dds/executions", "{\"parameters\": {\"mode\": {}}}").status())
			.isEqualTo(422);
		assertThat(this.operator.post("/api/v1/jobs/raw-to-dds/executions", "{\"reason\": \"\\u0000\"}").status())
			.isEqualTo(422);
		assertThat(this.operator.post("/api/v1/jobs/frob/executions", "{}").code()).isEqualTo("unknown-job");
		assertThat(this.operator.post(LAUNCH, "{\"parameters\": 1}").code()).isEqualTo("malformed-body");
		assertThat(this.operator.post(LAUNCH, "{\"paramaters\": {}}").code()).isEqualTo("malformed-body");
	}

	@Test
	void aJobThatRunsIsNotLaunchedTwiceAndStopsWhenItIsTold() {
		long id = launch();
		awaitRead(id, 0);
		ApiClient.Answer second = this.operator.post(LAUNCH, "{}");
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.code()).isEqualTo("layer-held");
		assertThat(second.json().get("detail").asString()).contains("kafka-to-raw, execution " + id);
		assertThat(words(get(id).get("actions"))).containsExactly("stop");
		assertThat(this.operator.post("/api/v1/executions/" + id + "/recover").code()).isEqualTo("state-forbids");
		assertThat(this.operator.post("/api/v1/executions/" + id + "/stop").status()).isEqualTo(202);
		JsonNode stopped = awaitEnd(id);
		assertThat(stopped.get("status").asString()).isEqualTo("STOPPED");
		assertThat(words(stopped.get("actions"))).containsExactly("restart", "abandon");
		assertThat(this.operator.post("/api/v1/executions/" + id + "/abandon").status()).isEqualTo(202);
		assertThat(get(id).get("status").asString()).isEqualTo("ABANDONED");
	}

	@Test
	void aFailureIsToldInFullAndTheRestartGoesOn() {
		long id = launch();
		ObedientJobs.read(3);
		awaitRead(id, 30);
		ObedientJobs.fail();
		JsonNode failed = awaitEnd(id);
		assertThat(failed.get("status").asString()).isEqualTo("FAILED");
		assertThat(failed.get("progress").asDouble()).isLessThan(1);
		// Spring Batch tells the end first, then the failure
		await(id, (execution) -> execution.get("failure").asString().equals("<b>root</b> of it"));
		JsonNode failure = this.operator.get("/api/v1/executions/" + id + "/failure").json().get(0);
		assertThat(failure.get("step").asString()).isEqualTo("load-raw");
		assertThat(failure.get("complete").asBoolean()).isTrue();
		assertThat(failure.get("causes").get(0).get("message").asString()).isEqualTo("as it was told");
		assertThat(failure.get("causes").get(1).get("type").asString()).isEqualTo("java.lang.IllegalArgumentException");
		assertThat(failure.get("trace").asString()).contains("Caused by:", "ObedientJobs.readChunk");
		ApiClient.Answer restarted = this.operator.post("/api/v1/executions/" + id + "/restart");
		assertThat(restarted.status()).isEqualTo(202);
		long next = restarted.json().get("id").asLong();
		assertThat(restarted.header("Location")).isEqualTo("/api/v1/executions/" + next);
		ObedientJobs.read(10);
		assertThat(awaitEnd(next).get("attempts")).extracting(JsonNode::asLong).containsExactly(id, next);
		assertThat(this.operator.post("/api/v1/executions/" + id + "/restart").json().get("allowedStatuses"))
			.extracting(JsonNode::asString)
			.containsExactly("STOPPED", "FAILED");
		assertThat(this.operator.get("/api/v1/executions/" + next + "/failure").code()).isEqualTo("no-failure");
	}

	@Test
	void whatFailedIsFoundByItsWords() {
		long id = this.operator.post("/api/v1/jobs/raw-to-dds/executions", "{\"parameters\": {\"mode\": \"rebuild\"}}")
			.json()
			.get("id")
			.asLong();
		awaitEnd(id);
		assertThat(ids(this.operator.get("/api/v1/executions?q=rebuilding%20tod"))).contains(id);
		assertThat(ids(this.operator.get("/api/v1/executions?q=" + id))).contains(id);
		assertThat(ids(this.operator.get("/api/v1/executions?q=nothing%20like%20it"))).isEmpty();
		assertThat(ids(this.operator.get("/api/v1/executions?param.mode=rebuild&status=FAILED,STOPPED"))).contains(id);
		assertThat(ids(this.operator.get("/api/v1/executions?param.mode=incremental"))).doesNotContain(id);
		assertThat(ids(this.operator.get("/api/v1/executions?job=kafka-to-raw"))).doesNotContain(id);
		assertThat(ids(this.operator.get("/api/v1/executions?to=2001-01-01T00:00:00Z"))).isEmpty();
	}

	@Test
	void aProcessThatIsGoneLeavesAnOrphanThatCanBeRecovered() {
		long id = awaitEnd(this.operator.post("/api/v1/jobs/raw-to-dds/executions", "{}").json().get("id").asLong())
			.get("id")
			.asLong();
		this.api.jdbc()
			.update("update batch.batch_job_execution set status = 'STARTED', end_time = null"
					+ " where job_execution_id = ?", id);
		JsonNode orphan = await(id, (execution) -> execution.get("orphaned").asBoolean());
		assertThat(words(orphan.get("actions"))).containsExactly("recover");
		assertThat(this.operator.post("/api/v1/executions/" + id + "/stop").code()).isEqualTo("state-forbids");
		assertThat(this.operator.post("/api/v1/executions/" + id + "/recover").status()).isEqualTo(202);
		assertThat(get(id).get("status").asString()).isEqualTo("FAILED");
	}

	@Test
	void bulkTellsTheResultOfEach() {
		long completed = awaitEnd(
				this.operator.post("/api/v1/jobs/raw-to-dds/executions", "{}").json().get("id").asLong())
			.get("id")
			.asLong();
		long failed = awaitEnd(
				this.operator.post("/api/v1/jobs/raw-to-dds/executions", "{\"parameters\": {\"mode\": \"rebuild\"}}")
					.json()
					.get("id")
					.asLong())
			.get("id")
			.asLong();
		JsonNode results = this.operator
			.post("/api/v1/executions/bulk",
					"{\"action\": \"abandon\", \"ids\": [%d, %d, 999999999]}".formatted(completed, failed))
			.json();
		assertThat(results).extracting((result) -> result.get("done").asBoolean()).containsExactly(false, true, false);
		assertThat(results).extracting((result) -> result.path("code").asString(""))
			.containsExactly("state-forbids", "", "unknown-execution");
		assertThat(this.operator.post("/api/v1/executions/bulk", "{\"action\": \"frob\", \"ids\": [1]}").status())
			.isEqualTo(422);
		for (String ids : List.of("[]", "[null]")) {
			assertThat(this.operator.post("/api/v1/executions/bulk", "{\"action\": \"stop\", \"ids\": " + ids + "}")
				.status()).isEqualTo(422);
		}
	}

	@Test
	void aRequestWithAKeyIsDoneOnce() {
		String body = "{\"reason\": \"once\"}";
		String path = "/api/v1/jobs/raw-to-dds/executions";
		String key = "key-" + Instant.now();
		ApiClient.Answer first = this.operator.post(path, body, "Idempotency-Key", key);
		ApiClient.Answer second = this.operator.post(path, body, "Idempotency-Key", key);
		assertThat(second.status()).isEqualTo(202);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
		assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(this.operator.post(path, "{\"reason\": \"else\"}", "Idempotency-Key", key).code())
			.isEqualTo("idempotency-key-reused");
		awaitEnd(first.json().get("id").asLong());
		assertThat(this.api.as("admin").post(path, body, "Idempotency-Key", key).json().get("id").asLong())
			.isGreaterThan(first.json().get("id").asLong());
		assertThat(this.operator.post(path, body, "Idempotency-Key", "not ok ").code()).isIn("malformed-request");
	}

	@Test
	void aRefusedRequestMayBeTriedAgainWithItsKey() {
		long id = launch();
		awaitRead(id, 0);
		String key = "again-" + Instant.now();
		assertThat(this.operator.post(LAUNCH, "{}", "Idempotency-Key", key).status()).isEqualTo(409);
		ObedientJobs.read(10);
		awaitEnd(id);
		ApiClient.Answer launched = this.operator.post(LAUNCH, "{}", "Idempotency-Key", key);
		assertThat(launched.status()).isEqualTo(202);
		ObedientJobs.read(10);
		awaitEnd(launched.json().get("id").asLong());
	}

	@Test
	void whoFollowsARunSeesProgressThatNeverGoesBackAndEndsAtOne() throws IOException {
		long id = launch();
		List<JsonNode> seen = new ArrayList<>();
		try (BufferedReader events = new BufferedReader(new InputStreamReader(
				this.operator.open("/api/v1/executions/" + id + "/events"), StandardCharsets.UTF_8))) {
			for (String line = events.readLine(); line != null; line = events.readLine()) {
				if (line.startsWith("data:")) {
					seen.add(JsonMapper.shared().readTree(line.substring("data:".length())));
					ObedientJobs.read(2);
				}
			}
		}
		List<Double> progress = seen.stream()
			.map((execution) -> execution.get("progress"))
			.filter((value) -> !value.isNull())
			.map(JsonNode::asDouble)
			.toList();
		assertThat(progress).isSorted().endsWith(1.0).hasSizeGreaterThan(3);
		assertThat(progress.get(progress.size() - 2)).isLessThan(1);
		assertThat(seen.get(seen.size() - 1).get("running").asBoolean()).isFalse();
	}

	@Test
	void whoHasSeenTheEndNeedNotComeAgain() {
		long id = launch("/api/v1/jobs/raw-to-dds/executions");
		awaitEnd(id);
		ApiClient.Answer again = this.operator
			.send(this.operator.request("/api/v1/executions/" + id + "/events").header("Last-Event-ID", "1"));
		assertThat(again.status()).isEqualTo(204);
		assertThat(this.operator.get("/api/v1/executions/999999999/events").code()).isEqualTo("unknown-execution");
	}

	private long launch() {
		return launch(LAUNCH);
	}

	/** A run of another test may let go of its layers a moment after its end. */
	private long launch(String path) {
		Instant end = Instant.now().plus(Duration.ofSeconds(20));
		ApiClient.Answer launched = this.operator.post(path, "{}");
		while (launched.status() == 409 && Instant.now().isBefore(end)) {
			launched = this.operator.post(path, "{}");
		}
		assertThat(launched.status()).as(launched.json().toString()).isEqualTo(202);
		return launched.json().get("id").asLong();
	}

	private JsonNode get(long id) {
		return this.operator.get("/api/v1/executions/" + id).json();
	}

	private JsonNode jobNamed(String name) {
		return StreamSupport.stream(this.operator.get("/api/v1/jobs").json().spliterator(), false)
			.filter((job) -> job.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode awaitEnd(long id) {
		return await(id, (execution) -> !RUNNING.contains(execution.get("status").asString()));
	}

	private void awaitRead(long id, long rows) {
		await(id, (execution) -> execution.get("steps").size() > 1 && execution.get("read").asLong() >= rows);
	}

	private JsonNode await(long id, Predicate<JsonNode> condition) {
		Instant end = Instant.now().plus(Duration.ofSeconds(20));
		JsonNode execution = get(id);
		while (!condition.test(execution)) {
			assertThat(Instant.now()).as("execution " + execution).isBefore(end);
			execution = get(id);
		}
		return execution;
	}

	private static List<String> words(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
	}

	private static List<Long> ids(ApiClient.Answer page) {
		return StreamSupport.stream(page.json().get("items").spliterator(), false)
			.map((execution) -> execution.get("id").asLong())
			.toList();
	}

}
