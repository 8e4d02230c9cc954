package io.cartpulse.dds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.cartpulse.batch.Layer;
import io.cartpulse.batch.LayerHeldException;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.testing.StoreMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.testing.JobUnderTest.failures;
import static io.cartpulse.testing.JobUnderTest.step;
import static io.cartpulse.testing.StoreMessage.aCampaignEvent;
import static io.cartpulse.testing.StoreMessage.aProfileOf;
import static io.cartpulse.testing.StoreMessage.aStatusOf;
import static io.cartpulse.testing.StoreMessage.aStoreEvent;
import static io.cartpulse.testing.StoreMessage.anItemOf;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a run that something stops.
 */
class RawToDdsFailureIntegrationTests {

	private static DdsFixture dds;

	@BeforeAll
	static void start() {
		dds = new DdsFixture("cartpulse.dds.chunk-size=100");
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
	void resumesAfterAFailureInsideAChunk() {
		dds.raw.receive(events(0, 250));
		dds.raw.throughPartition(1).receive(events(250, 400)).receive(anOrder(1), anItemOf(1));
		JobExecution failed = dds.failing("events", "quantity <> 130", () -> dds.run("crash"));
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(dds.count("dds.events")).isEqualTo(100);
		assertThat(dds.ledger(failed)).contains("(event,2026-03-02,loaded,100)");
		assertThat(dds.count("etl.watermarks")).isZero();
		dds.raw.receive(events(400, 410));
		JobExecution restarted = dds.run("crash");
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(step(restarted, "load-events").getReadCount()).isEqualTo(300);
		assertThat(dds.rows("select count(*), min(quantity), max(quantity), sum(quantity) from dds.events"))
			.containsExactly("(400,1,400,80200)");
		assertThat(dds.rows("select event_count from dds.sessions")).containsExactly("(400)");
		assertThat(dds.ledger(restarted)).containsExactly("(event,2026-03-02,loaded,400)",
				"(order,2026-03-02,loaded,1)", "(order_item,2026-03-02,loaded,1)");
		assertThat(dds.rows("select kafka_partition, next_offset from etl.watermarks")).containsExactly("(0,250)",
				"(1,152)");
		dds.run();
		assertThat(dds.count("dds.events")).isEqualTo(410);
	}

	@Test
	void aNewRunFinishesWhatAFailedOneHasBegun() {
		List<StoreMessage> messages = List.of(aProfileOf(1).with("name", "Ann"), anItemOf(1), anOrder(2).byUser(1),
				aStatusOf(2, "success"),
				aStoreEvent("purchase").ofOrder(2).inSession(1).byUser(1).ofProduct(7).with("product_name", "Lamp"),
				aCampaignEvent("spring", "view").with("campaign_name", "Spring"));
		dds.raw.receive(messages);
		JobExecution failed = dds.failing("campaign_events", "action <> 'view'", () -> dds.run("never restarted"));
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		dds.raw.receive(anOrder(1));
		JobExecution another = dds.run("another");
		assertThat(another.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(step(another, "load-orders").getReadCount()).as("but for what the failed one had read").isOne();
		assertThat(dds.ledger()).as("each row once")
			.isEqualTo(dds.ledger(another))
			.containsExactly("(campaign_event,2026-03-02,loaded,1)", "(event,2026-03-02,loaded,1)",
					"(order,2026-03-02,loaded,2)", "(order_item,2026-03-02,quarantined,1)",
					"(order_item,2026-03-02,resolved,1)", "(order_status,2026-03-02,loaded,1)",
					"(user_profile,2026-03-02,loaded,1)");
		Map<String, List<String>> found = dds.contents.meaning();
		assertThat(dds.run("anew", "mode=rebuild").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(found).isEqualTo(dds.contents.meaning());
		assertThat(dds.rows("select name from dds.users")).containsExactly("(Ann)");
	}

	@Test
	void aFailedRunCanStillBeRestartedAfterAnother() {
		dds.raw.receive(aProfileOf(1).with("name", "Ann"), anOrder(1), aStoreEvent("purchase").ofOrder(1).inSession(1));
		dds.failing("events", "event_type <> 'purchase'", () -> dds.run("first"));
		dds.raw.receive(anItemOf(1));
		dds.run("second");
		Map<String, List<String>> found = dds.contents.everything();
		List<String> ledger = dds.ledger();
		JobExecution restarted = dds.run("first");
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(step(restarted, "load-events").getReadCount()).isZero();
		assertThat(dds.contents.everything()).isEqualTo(found);
		assertThat(dds.ledger()).isEqualTo(ledger).noneMatch((line) -> line.contains("duplicate"));
		assertThat(dds.rows("select next_offset from etl.watermarks")).containsExactly("(4)");
	}

	@Test
	void aNewRunFinishesARebuildThatFailed() {
		dds.raw.receive(aProfileOf(1).with("name", "Ann"), anOrder(1), anItemOf(1),
				aStoreEvent("purchase").ofOrder(1).inSession(1));
		dds.run();
		Map<String, List<String>> whole = dds.contents.meaning();
		JobExecution failed = dds.failing("order_items", "quantity <> 1", () -> dds.run("rebuild", "mode=rebuild"));
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(dds.contents.meaning()).isNotEqualTo(whole);
		JobExecution finished = dds.run();
		assertThat(finished.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.meaning()).isEqualTo(whole);
		assertThat(dds.ledger(finished)).containsExactly("(event,2026-03-02,loaded,1)", "(order,2026-03-02,loaded,1)",
				"(order_item,2026-03-02,loaded,1)", "(user_profile,2026-03-02,loaded,1)");
		assertThat(dds.run("rebuild", "mode=rebuild").getStatus()).as("there is nothing left to do")
			.isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.meaning()).isEqualTo(whole);
	}

	@Test
	void aRebuildNeedsNothingOfARunThatFailed() {
		dds.raw.receive(anOrder(1), aStoreEvent("purchase").ofOrder(1).inSession(1));
		dds.failing("events", "event_type <> 'purchase'", () -> dds.run("failed"));
		JobExecution rebuild = dds.run("anew", "mode=rebuild");
		assertThat(rebuild.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.ledger()).isEqualTo(dds.ledger(rebuild))
			.containsExactly("(event,2026-03-02,loaded,1)", "(order,2026-03-02,loaded,1)");
		assertThat(dds.count("etl.loads where unfinished")).isZero();
		assertThat(dds.run("failed").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.ledger()).isEqualTo(dds.ledger(rebuild));
	}

	@Test
	void resumesARebuild() {
		dds.raw.receive(anOrder(1), anItemOf(1), aStoreEvent("purchase").ofOrder(1).inSession(1));
		dds.run();
		Map<String, List<String>> whole = dds.contents.meaning();
		dds.failing("order_items", "quantity <> 1", () -> dds.run("rebuild", "mode=rebuild"));
		assertThat(dds.run("rebuild", "mode=rebuild").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.meaning()).isEqualTo(whole);
		assertThat(dds.rows("select next_offset from etl.watermarks")).containsExactly("(3)");
	}

	/**
	 * The run holds user 1 and waits for user 2, which another transaction holds that
	 * waits for user 1. PostgreSQL looks for a deadlock once, a second after a wait has
	 * begun: the trigger lets the run begin to wait when the other one's second is over,
	 * so that the run is the one that loses.
	 */
	@Test
	void repeatsAChunkAfterADeadlock() throws Exception {
		dds.raw.receive(aProfileOf(1).with("name", "Ann"), aProfileOf(2).with("name", "Bob"));
		dds.jdbc.execute("""
				create function etl.hold() returns trigger language plpgsql as $$
				begin
				    if new.user_id = 2 and current_setting('application_name') <> 'foreign' then
				        perform pg_advisory_xact_lock(1, 2);
				    end if;
				    return new;
				end $$""");
		dds.jdbc.execute("create trigger hold before insert on dds.users for each row execute function etl.hold()");
		dds.jdbc.execute("select pg_advisory_lock(1, 2)");
		try (Connection foreign = dds.transaction()) {
			execute(foreign, "set application_name = 'foreign'");
			execute(foreign, "insert into dds.users (user_id, load_id) values (2, 0)");
			CompletableFuture<JobExecution> run = CompletableFuture.supplyAsync(dds::run);
			dds.await("select count(*) = 1 from pg_locks where (locktype, classid, objid) = ('advisory', 1, 2) "
					+ "and not granted");
			CompletableFuture<Void> crossing = CompletableFuture
				.runAsync(() -> execute(foreign, "insert into dds.users (user_id, load_id) values (1, 0)"));
			dds.await("select count(*) = 1 from pg_locks where locktype = 'transactionid' and not granted "
					+ "and waitstart < clock_timestamp() - interval '1.5 seconds'");
			dds.jdbc.execute("select pg_advisory_unlock(1, 2)");
			// it can only go on once the run has lost
			crossing.get();
			foreign.commit();
			assertThat(run.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(run.get().getStepExecutions())
				.extracting((step) -> step.getExecutionContext().getLong("dds.repeats", 0))
				.containsOnlyOnce(1L);
		}
		finally {
			dds.jdbc.execute("select pg_advisory_unlock_all()");
			dds.jdbc.execute("drop trigger hold on dds.users");
			dds.jdbc.execute("drop function etl.hold");
		}
		assertThat(dds.rows("select user_id, name from dds.users")).containsExactly("(1,Ann)", "(2,Bob)");
		assertThat(dds.ledger()).containsExactly("(user_profile,2026-03-02,loaded,2)");
	}

	@Test
	void givesUpAfterFiveRepeats() {
		dds.raw.receive(aProfileOf(1));
		dds.jdbc.execute("create sequence etl.attempts");
		dds.jdbc.execute("""
				create function etl.conflict() returns trigger language plpgsql as $$
				begin
				    perform nextval('etl.attempts');
				    raise exception 'as if another transaction had won' using errcode = '40001';
				end $$""");
		dds.jdbc
			.execute("create trigger conflict before insert on dds.users for each row execute function etl.conflict()");
		try {
			assertThat(failures(dds.run()))
				.anyMatch((failure) -> failure.contains("as if another transaction had won"));
			assertThat(dds.rows("select last_value from etl.attempts")).containsExactly("(6)");
		}
		finally {
			dds.jdbc.execute("drop trigger conflict on dds.users");
			dds.jdbc.execute("drop function etl.conflict");
			dds.jdbc.execute("drop sequence etl.attempts");
		}
	}

	@Test
	void refusesASecondRunWhileOneIsAtWork() throws Exception {
		dds.raw.receive(aProfileOf(1));
		try (Connection foreign = dds.transaction()) {
			foreign.createStatement().execute("insert into dds.users (user_id, load_id) values (1, 0)");
			CompletableFuture<JobExecution> first = CompletableFuture.supplyAsync(dds::run);
			dds.await("select count(*) = 1 from pg_locks where locktype = 'transactionid' and not granted");
			JobExecution second = dds.run();
			foreign.rollback();
			assertThat(first.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(second.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(second.getStepExecutions()).isEmpty();
			assertThat(second.getAllFailureExceptions()).singleElement()
				.isInstanceOf(LayerHeldException.class)
				.asString()
				.contains("layer DDS is held by raw-to-dds, execution " + first.get().getId() + " (process ");
		}
		assertThat(dds.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	@Test
	void isRefusedWhileTheMartsAreMade() {
		LayerLocks locks = dds.context.getBean(LayerLocks.class);
		try (LayerLocks.Held held = locks.take(List.of(Layer.DDS, Layer.MART), "dds-to-clickhouse, execution 7")) {
			assertThat(held).isNotNull();
			assertThat(failures(dds.run())).anyMatch((failure) -> failure.contains("dds-to-clickhouse, execution 7"));
		}
	}

	@Test
	void failsWhenTheLedgerCountsARowTooMany() {
		dds.raw.receive(anOrder(1), aCampaignEvent("c", "view"));
		dds.failing("campaign_events", "action <> 'view'", () -> dds.run("spoiled"));
		dds.jdbc.update("update etl.reconciliation set records = records + 1 where record_type = 'order'");
		JobExecution spoiled = dds.run("spoiled");
		assertThat(spoiled.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(failures(spoiled)).anyMatch((failure) -> failure
			.contains("the run's ledger does not add up: order of 2026-03-02: 1 rows in RAW, 2 in the ledger. "
					+ "Make DDS anew: run raw-to-dds mode=rebuild"));
		assertThat(dds.count("etl.watermarks")).isZero();
		assertThat(dds.run("anew", "mode=rebuild").getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows("select next_offset from etl.watermarks")).containsExactly("(2)");
	}

	@Test
	void failsWhenARowOfRawIsGone() {
		dds.raw.receive(anOrder(1), anOrder(2), aCampaignEvent("c", "view"));
		dds.failing("campaign_events", "action <> 'view'", () -> dds.run("spoiled"));
		dds.jdbc.update("delete from raw.orders where kafka_offset = 0");
		assertThat(failures(dds.run("spoiled")))
			.anyMatch((failure) -> failure.contains("order of 2026-03-02: 1 rows in RAW, 2 in the ledger"));
	}

	private static List<StoreMessage> events(int from, int to) {
		return IntStream.range(from, to)
			.mapToObj((number) -> aStoreEvent("view_page").inSession(1).with("quantity", number + 1))
			.toList();
	}

	private static void execute(Connection connection, String sql) {
		try {
			connection.createStatement().execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
