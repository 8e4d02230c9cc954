package io.cartpulse.dds;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.cartpulse.dds.QuarantineRefusalException.Kind;
import io.cartpulse.testing.StoreMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.cartpulse.testing.StoreMessage.aCampaignEvent;
import static io.cartpulse.testing.StoreMessage.aDeviceOf;
import static io.cartpulse.testing.StoreMessage.aLocationOf;
import static io.cartpulse.testing.StoreMessage.aProfileOf;
import static io.cartpulse.testing.StoreMessage.aStatusOf;
import static io.cartpulse.testing.StoreMessage.aStoreEvent;
import static io.cartpulse.testing.StoreMessage.anItemOf;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The life of a refused record: edited, tried again, given up, and met by a rebuild.
 */
@ExtendWith(OutputCaptureExtension.class)
class QuarantineIntegrationTests {

	private static final String STATES = "select record_type, kafka_offset, state, attempts from dds.quarantine";

	private static DdsFixture dds;

	private static Quarantine quarantine;

	@BeforeAll
	static void start() {
		dds = new DdsFixture("cartpulse.dds.chunk-size=1", "logging.level.io.cartpulse=trace");
		quarantine = dds.context.getBean(Quarantine.class);
	}

	@AfterAll
	static void stop() {
		dds.close();
	}

	@BeforeEach
	void empty() {
		dds.empty();
	}

	@Test
	void anEditedRecordEndsAsIfItHadComeRight() {
		List<StoreMessage> right = oneOfEach();
		receiveAmongRivals(right);
		dds.run();
		Map<String, List<String>> clean = dds.contents.meaning();
		dds.empty();
		receiveAmongRivals(broken(right));
		dds.run();
		assertThat(dds.rows("select record_type, reason from dds.quarantine where kafka_partition = 0"))
			.hasSize(right.size())
			.noneMatch((refused) -> refused.contains("ORPHAN"));
		for (int offset = 0; offset < right.size(); offset++) {
			quarantine.edit(idAt(offset), right.get(offset).json(), "ann");
		}
		assertThat(dds.retry().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.meaning()).isEqualTo(clean);
		assertThat(dds.rows("select distinct state, attempts, requested from dds.quarantine"))
			.containsExactly("(resolved,2,f)");
	}

	@Test
	void keepsWhatWasReceivedBesideTheEdit() {
		dds.raw.receive(anOrder(1).with("total_usd", -3));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).with("total_usd", 30).json(), "ann");
		dds.retry();
		assertThat(dds.rows("select total_usd from dds.orders")).containsExactly("(30.00)");
		assertThat(dds.rows("select total_usd from raw.orders")).containsExactly("(-3)");
		assertThat(dds.rows("select action, payload ->> 'total_usd', made_by from etl.corrections"))
			.containsExactly("(edit,30,ann)");
	}

	@Test
	void keepsARecordOpenThatIsStillWrong() {
		dds.raw.receive(anOrder(1).with("total_usd", -3));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).with("order_ts", "yesterday").json(), "ann");
		JobExecution retried = dds.retry();
		assertThat(retried.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows("select state, attempts, field, payload ->> 'order_ts' from dds.quarantine"))
			.containsExactly("(open,2,order_ts,yesterday)");
		assertThat(dds.count("dds.orders")).isZero();
	}

	@Test
	void takesTheRequestedOnesAndTheOrphansThatTheyFree() {
		receiveTwoBrokenOrdersWithAnItemEach();
		assertThat(quarantine.requestRetry(List.of(idAt(0), 99L))).containsExactly(idAt(0));
		assertThat(dds.retry("which=requested").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows(STATES)).containsExactly("(order,0,resolved,2)", "(order,1,open,1)",
				"(order_item,2,resolved,2)", "(order_item,3,open,1)");
		assertThat(dds.rows("select order_id from dds.order_items")).containsExactly("(#1)");
	}

	@Test
	void takesAllOpenOnesUnlessSomeAreRequested() {
		receiveTwoBrokenOrdersWithAnItemEach();
		dds.retry();
		assertThat(dds.rows(STATES)).containsExactly("(order,0,resolved,2)", "(order,1,resolved,2)",
				"(order_item,2,resolved,2)", "(order_item,3,resolved,2)");
	}

	@Test
	void aMendedOrderTakesItsItemAndStatusAlong() {
		dds.raw.receive(anOrder(1).with("total_usd", -3), anItemOf(1), aStatusOf(1, "success"));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).json(), "ann");
		quarantine.requestRetry(List.of(idAt(0)));
		dds.retry("which=requested");
		assertThat(dds.rows("select order_id, status from dds.orders")).containsExactly("(#1,success)");
		assertThat(dds.count("dds.order_items")).isOne();
		assertThat(dds.rows("select distinct state from dds.quarantine")).containsExactly("(resolved)");
	}

	@Test
	void keepsADiscardedRecordOutThoughItsOrderComes() {
		dds.raw.receive(anItemOf(1), aStatusOf(1, "success"));
		dds.run();
		assertThat(quarantine.discard(List.of(idAt(0)), "ann")).containsExactly(idAt(0));
		assertThat(quarantine.discard(List.of(idAt(0)), "ann")).isEmpty();
		dds.raw.receive(anOrder(1));
		assertThat(dds.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.retry().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.count("dds.order_items")).isZero();
		assertThat(dds.rows(STATES)).containsExactly("(order_item,0,discarded,1)", "(order_status,1,resolved,2)");
	}

	@Test
	void aRebuildAppliesEditsAndDiscards() {
		dds.raw.receive(anOrder(1).with("total_usd", -3), anItemOf(1), aStoreEvent("teleport"), anItemOf(8),
				anOrder(2).with("total_usd", -4), aStatusOf(9, "success"));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).with("total_usd", 30).json(), "ann");
		quarantine.discard(List.of(idAt(2), idAt(3)), "ann");
		dds.retry();
		dds.raw.receive(anOrder(8));
		dds.run();
		Map<String, List<String>> before = dds.contents.meaning();
		String discarded = "select record_type, reason, field, message, payload from dds.quarantine "
				+ "where state = 'discarded'";
		List<String> discardedBefore = dds.rows(discarded);
		assertThat(discardedBefore).hasSize(2);
		assertThat(before.get("quarantine")).hasSize(2);
		assertThat(dds.run("anew", "mode=rebuild").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.meaning()).isEqualTo(before);
		assertThat(dds.rows(discarded)).isEqualTo(discardedBefore);
	}

	@Test
	void anotherRetryChangesNothing() {
		dds.raw.receive(anOrder(1).with("total_usd", -3), anItemOf(1));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).json(), "ann");
		dds.retry();
		Map<String, List<String>> found = dds.contents.everything();
		List<String> records = dds.rows("select * from dds.quarantine");
		JobExecution again = dds.retry();
		assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(again.getStepExecutions()).allMatch((step) -> step.getReadCount() == 0);
		assertThat(dds.contents.everything()).isEqualTo(found);
		assertThat(dds.rows("select * from dds.quarantine")).isEqualTo(records);
	}

	@Test
	void losesNoEditThatIsMadeWhileItRuns() throws Exception {
		receiveTwoWithUsers();
		JobExecution retried = retryWhile(
				() -> quarantine.edit(idAt(1), anOrder(2).byUser(2).with("total_usd", 30).json(), "bob"));
		assertThat(retried.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows(STATES)).containsExactly("(order,0,resolved,2)", "(order,1,open,1)");
		dds.retry();
		assertThat(dds.rows("select order_id, total_usd from dds.orders")).containsExactly("(#1,20.00)", "(#2,30.00)");
	}

	@Test
	void loadsNoRecordThatIsDiscardedWhileItRuns() throws Exception {
		receiveTwoWithUsers();
		assertThat(retryWhile(() -> quarantine.discard(List.of(idAt(1)), "bob")).getStatus())
			.isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows(STATES)).containsExactly("(order,0,resolved,2)", "(order,1,discarded,1)");
		assertThat(dds.rows("select order_id from dds.orders")).containsExactly("(#1)");
	}

	@Test
	void refusesEditsThatCannotBe() {
		dds.raw.receive(anOrder(1).with("total_usd", -3), anOrder(2).with("total_usd", -3),
				anOrder(3).with("total_usd", -3));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).json(), "ann");
		quarantine.requestRetry(List.of(idAt(0)));
		dds.retry("which=requested");
		quarantine.discard(List.of(idAt(1)), "ann");
		assertRefused(99, anOrder(1).json(), Kind.UNKNOWN, "no quarantined record has the number 99");
		assertRefused(idAt(0), anOrder(1).json(), Kind.STATE, "is resolved; only an open record can be edited");
		assertRefused(idAt(1), anOrder(2).json(), Kind.STATE, "is discarded; only an open record can be edited");
		assertRefused(idAt(2), "{\"type\":\"order\",", Kind.PAYLOAD, "");
		assertRefused(idAt(2), "[]", Kind.PAYLOAD, "");
		assertRefused(idAt(2), anItemOf(3).json(), Kind.PAYLOAD, "the payload must stay of type order");
		assertThat(dds.count("etl.corrections")).isEqualTo(2);
	}

	@Test
	void saysNothingOfWhatThePayloadHolds(CapturedOutput output) {
		StoreMessage profile = aProfileOf(1).with("name", "Zoe Private").with("email", "zoe@private.example");
		dds.raw.receive(profile.with("user_id", "Zoe Private"));
		dds.run();
		quarantine.edit(idAt(0), profile.with("user_id", "zoe@private.example").json(), "ann");
		dds.retry();
		assertThat(dds.jdbc.queryForList("select message from dds.quarantine", String.class)).singleElement()
			.asString()
			.contains("user_id")
			.doesNotContainIgnoringCase("private");
		assertThatExceptionOfType(QuarantineRefusalException.class)
			.isThrownBy(() -> quarantine.edit(idAt(0), "{\"name\": Zoe Private}", "ann"))
			.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContainIgnoringCase("zoe"));
		assertThat(output).doesNotContainIgnoringCase("private");
	}

	@Test
	void saysNothingOfARowThatTheDatabaseRefuses(CapturedOutput output) {
		dds.raw.receive(aProfileOf(1).with("name", "Zoe Private").with("email", "zoe@private.example"));
		JobExecution failed = dds.failing("users", "name <> 'Zoe Private'", dds::run);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(output).contains("violates check constraint").doesNotContainIgnoringCase("zoe");
		assertThat(dds.jdbc.queryForList("select exit_message from batch.batch_step_execution", String.class))
			.noneMatch((message) -> message.contains("Zoe") || message.contains("zoe"));
	}

	private static void assertRefused(long id, String payload, Kind kind, String message) {
		assertThatExceptionOfType(QuarantineRefusalException.class)
			.isThrownBy(() -> quarantine.edit(id, payload, "ann"))
			.withMessageContaining(message)
			.satisfies((refusal) -> assertThat(refusal.kind()).isEqualTo(kind));
	}

	/** The number of the record that was received at an offset. */
	private static long idAt(long offset) {
		Long id = dds.jdbc.queryForObject(
				"select id from dds.quarantine where kafka_offset = ? and kafka_partition = 0", Long.class, offset);
		assertThat(id).isNotNull();
		return id;
	}

	private static void receiveTwoBrokenOrdersWithAnItemEach() {
		dds.raw.receive(anOrder(1).with("total_usd", -3), anOrder(2).with("total_usd", -3), anItemOf(1), anItemOf(2));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).json(), "ann");
		quarantine.edit(idAt(1), anOrder(2).json(), "ann");
	}

	private static void receiveTwoWithUsers() {
		dds.raw.receive(anOrder(1).byUser(1).with("total_usd", -3), anOrder(2).byUser(2).with("total_usd", -3));
		dds.run();
		quarantine.edit(idAt(0), anOrder(1).byUser(1).with("total_usd", 20).json(), "ann");
		quarantine.edit(idAt(1), anOrder(2).byUser(2).with("total_usd", 20).json(), "ann");
	}

	/**
	 * Does something while a retry waits inside its first record, for the user that
	 * another transaction holds; it has read the second one by then.
	 */
	private static JobExecution retryWhile(Runnable action) throws Exception {
		try (Connection foreign = dds.transaction()) {
			foreign.createStatement().execute("insert into dds.users (user_id, load_id) values (1, 0)");
			CompletableFuture<JobExecution> retry = CompletableFuture.supplyAsync(dds::retry);
			dds.await("select count(*) = 1 from pg_locks where locktype = 'transactionid' and not granted");
			action.run();
			foreign.rollback();
			return retry.get();
		}
	}

	/** The messages first, then others that speak of the same things later. */
	private static void receiveAmongRivals(List<StoreMessage> messages) {
		dds.raw.receivedAt("2026-03-02T12:00:00Z").receive(messages);
		dds.raw.throughPartition(1)
			.receivedAt("2026-03-03T12:00:00Z")
			.receive(aProfileOf(1).with("name", "Anna").undated(), aStatusOf(3, "refunded").undated(),
					aStoreEvent("purchase").identified(9).inSession(6).ofOrder(3).ofProduct(8),
					aStoreEvent("view_page").inSession(5).byUser(2).at("2026-03-01T11:00:00Z"));
	}

	/** The same messages, each with something in it that a rule refuses. */
	private static List<StoreMessage> broken(List<StoreMessage> right) {
		List<String> fields = List.of("user_id", "user_id", "user_id", "total_usd", "price_usd", "status", "event_type",
				"action");
		List<StoreMessage> broken = new ArrayList<>();
		for (int i = 0; i < right.size(); i++) {
			broken.add(right.get(i).with(fields.get(i), "no such thing"));
		}
		return broken;
	}

	private static List<StoreMessage> oneOfEach() {
		return List.of(aProfileOf(1).with("name", "Ann").with("email", "ann@example.org").undated(),
				aDeviceOf(1, "mobile").with("os", "iOS").with("browser", "Safari"),
				aLocationOf(1).with("city", "Rome").with("country", "Italy"),
				anOrder(3).byUser(1).with("campaign_id", "spring"), anItemOf(3).with("line_no", 1).with("quantity", 2),
				aStatusOf(3, "success").undated(),
				aStoreEvent("purchase").identified(9).byUser(1).inSession(5).ofProduct(7).ofOrder(3),
				aCampaignEvent("spring", "view").byUser(1).with("campaign_name", "Spring"));
	}

}
