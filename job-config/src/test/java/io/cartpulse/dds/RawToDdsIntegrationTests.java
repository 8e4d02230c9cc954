package io.cartpulse.dds;

import java.util.List;
import java.util.Map;

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
import static io.cartpulse.testing.StoreMessage.aDeviceOf;
import static io.cartpulse.testing.StoreMessage.aLocationOf;
import static io.cartpulse.testing.StoreMessage.aProfileOf;
import static io.cartpulse.testing.StoreMessage.aStatusOf;
import static io.cartpulse.testing.StoreMessage.aStoreEvent;
import static io.cartpulse.testing.StoreMessage.anItemOf;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a run does: what it reads, where each row ends, what a later run changes.
 */
class RawToDdsIntegrationTests {

	private static DdsFixture dds;

	@BeforeAll
	static void start() {
		dds = new DdsFixture();
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
	void loadsEveryTypeIntoItsTable() {
		dds.raw.receive(oneOfEach());
		JobExecution execution = dds.run();
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows("select user_id, name, email, birth_date, gender, city, country, lat, lon from dds.users"))
			.containsExactly("(1,Ann,ann@example.org,1990-01-31,female,Rome,Italy,41.9,12.5)");
		assertThat(dds.rows("select user_id, device_type, os, browser, first_seen, last_seen from dds.user_devices"))
			.containsExactly("(1,mobile,iOS,Safari,\"2026-03-01 10:00:00+00\",\"2026-03-01 10:00:00+00\")");
		assertThat(dds.rows("""
				select user_id, city, country, lat, lon, weather_temp, weather_desc, generated_at
				from dds.user_locations"""))
			.containsExactly("(1,Rome,Italy,41.9,12.5,21.5,Clear,\"2026-03-01 10:00:00+00\")");
		assertThat(dds.rows("select product_id, product_name, category_name "
				+ "from dds.products left join dds.categories using (category_id)"))
			.containsExactly("(7,Lamp,home)");
		assertThat(dds
			.rows("""
					select event_key, event_type, "timestamp", user_id, session_id, product_id, order_id, quantity, cost_usd,
					    cost_eur, cost_rub, weather_temp, weather_desc, city, country, lat, lon
					from dds.events"""))
			.containsExactly(
					"(#9,purchase,\"2026-03-01 10:00:00+00\",1,#5,7,#3,2,10.01,9.00,900.00,-3,Snow,Oslo,Norway,"
							+ "59.9,10.7)");
		assertThat(dds.rows("""
				select session_id, user_id, start_ts, end_ts, event_count, city, country
				from dds.sessions"""))
			.containsExactly("(#5,1,\"2026-03-01 10:00:00+00\",\"2026-03-01 10:00:00+00\",1,Oslo,Norway)");
		assertThat(dds.rows("""
				select order_id, user_id, order_ts, total_usd, status, status_at, refunded_usd, campaign_id, session_id
				from dds.orders""")).containsExactly(
				"(#3,1,\"2026-03-01 10:00:00+00\",10.00,success,\"2026-03-01 10:00:00+00\",0.00,spring,#5)");
		assertThat(dds.rows("select order_id, line_no, product_id, quantity, price_usd from dds.order_items"))
			.containsExactly("(#3,1,7,2,5.00)");
		assertThat(dds.rows("select order_id, status, refunded_usd, generated_at from dds.order_status_events"))
			.containsExactly("(#3,success,,\"2026-03-01 10:00:00+00\")");
		assertThat(dds.rows("select campaign_id, campaign_name, channel from dds.campaigns"))
			.containsExactly("(spring,Spring,email)");
		assertThat(dds.rows("select user_id, campaign_id, action, cost, generated_at from dds.campaign_events"))
			.containsExactly("(1,spring,conversion,2.50,\"2026-03-01 10:00:00+00\")");
		assertThat(dds.rows("select distinct load_id from (select load_id from dds.events union all "
				+ "select load_id from dds.users union all select load_id from dds.orders) as stored"))
			.containsExactly("(" + execution.getId() + ")");
		assertThat(dds.count("dds.quarantine")).isZero();
	}

	@Test
	void givesARowToEverythingThatIsOnlyNamed() {
		dds.raw.receive(aStoreEvent("view_product").byUser(3).ofProduct(8), anOrder(1).with("campaign_id", "autumn"),
				anItemOf(1).ofProduct(9), aCampaignEvent("winter", "view").byUser(4));
		dds.run();
		assertThat(dds.rows("select user_id, name from dds.users")).containsExactly("(3,)", "(4,)");
		assertThat(dds.rows("select product_id, product_name, category_id from dds.products")).containsExactly("(8,,)",
				"(9,,)");
		assertThat(dds.rows("select campaign_id, campaign_name from dds.campaigns")).containsExactly("(autumn,)",
				"(winter,)");
	}

	@Test
	void completesOnAnEmptyRaw() {
		JobExecution execution = dds.run();
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.everything().values()).allMatch(List::isEmpty);
		assertThat(dds.ledger()).isEmpty();
		assertThat(dds.count("etl.loads")).isZero();
	}

	@Test
	void changesNothingWhenThereIsNothingNew() {
		dds.raw.receive(oneOfEach()).receive(anItemOf(99), aStoreEvent("teleport"));
		dds.run();
		Map<String, List<String>> before = dds.contents.everything();
		List<String> quarantine = dds.rows("select * from dds.quarantine");
		List<String> ledger = dds.ledger();
		List<String> loads = dds.rows("select * from etl.loads");
		JobExecution again = dds.run();
		assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(again.getStepExecutions()).allMatch((step) -> step.getReadCount() == 0 && step.getWriteCount() == 0);
		assertThat(dds.contents.everything()).isEqualTo(before);
		assertThat(dds.rows("select * from dds.quarantine")).isEqualTo(quarantine);
		assertThat(dds.ledger()).isEqualTo(ledger);
		assertThat(dds.rows("select * from etl.loads")).isEqualTo(loads);
	}

	@Test
	void changesNoRowWhenEverythingComesASecondTime() {
		dds.raw.receive(oneOfEach());
		dds.run();
		Map<String, List<String>> before = dds.contents.everything();
		dds.raw.throughPartition(3).receivedAt("2026-03-05T00:00:00Z").receive(oneOfEach());
		JobExecution again = dds.run();
		assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.everything()).isEqualTo(before);
		assertThat(dds.ledger(again)).hasSize(8).allMatch((line) -> line.endsWith(",2026-03-05,duplicate,1)"));
	}

	@Test
	void readsOnlyWhatNoCompletedRunHasRead() {
		dds.raw.receive(aStoreEvent("search"), aStoreEvent("filter"));
		dds.raw.throughPartition(1).receive(aStoreEvent("login"));
		assertThat(step(dds.run(), "load-events").getReadCount()).isEqualTo(3);
		dds.raw.throughPartition(0).receive(aStoreEvent("logout"));
		assertThat(step(dds.run(), "load-events").getReadCount()).isOne();
		assertThat(dds.rows("select kafka_partition, next_offset from etl.watermarks")).containsExactly("(0,3)",
				"(1,1)");
		assertThat(dds.count("dds.events")).isEqualTo(4);
	}

	@Test
	void putsABrokenRowIntoQuarantineAndGoesOn() {
		dds.raw.receive(anOrder(1), anOrder(2).with("total_usd", "-3").identified(4).with("note", "kept"), anOrder(3));
		assertThat(dds.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows("select order_id from dds.orders")).containsExactly("(#1)", "(#3)");
		assertThat(dds.rows("""
				select kafka_partition, kafka_offset, kafka_timestamp, record_type, reason, field, attempts, state
				from dds.quarantine"""))
			.containsExactly("(0,1,\"2026-03-02 12:00:00+00\",order,INVALID_VALUE,total_usd,1,open)");
		assertThat(dds.rows("""
				select payload ->> 'type', payload ->> 'event_id', payload ->> 'total_usd', payload ->> 'note'
				from dds.quarantine""")).containsExactly("(order,#4,-3,kept)");
		assertThat(dds.jdbc.queryForObject("select message from dds.quarantine", String.class))
			.startsWith("total_usd: ")
			.doesNotContain("-3");
		assertThat(dds.ledger()).containsExactly("(order,2026-03-02,loaded,2)", "(order,2026-03-02,quarantined,1)");
	}

	@Test
	void clearsAndCountsWhatIsRepaired() {
		dds.raw.receive(aStoreEvent("search").with("cost_usd", "much").with("quantity", "many"),
				aStoreEvent("filter").with("quantity", List.of(1)), aProfileOf(1).with("gender", "robot"));
		dds.run();
		assertThat(dds.rows("select event_type, cost_usd, quantity from dds.events")).containsExactly("(filter,,)",
				"(search,,)");
		assertThat(dds.rows("select record_type, field, records from etl.repairs"))
			.containsExactly("(event,cost_usd,1)", "(event,quantity,2)", "(user_profile,gender,1)");
	}

	@Test
	void keepsAnOrphanUntilItsOrderComes() {
		dds.raw.receive(anItemOf(1), aStatusOf(1, "success"), anItemOf(2));
		JobExecution first = dds.run();
		assertThat(first.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows("select record_type, reason, field, order_id, state from dds.quarantine")).containsExactly(
				"(order_item,ORPHAN,order_id,#1,open)", "(order_item,ORPHAN,order_id,#2,open)",
				"(order_status,ORPHAN,order_id,#1,open)");
		assertThat(dds.ledger(first)).containsExactly("(order_item,2026-03-02,quarantined,2)",
				"(order_status,2026-03-02,quarantined,1)");
		assertThat(dds.count("dds.products")).isZero();
		dds.raw.receivedAt("2026-03-03T00:00:00Z").receive(anOrder(1));
		JobExecution second = dds.run();
		assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows("select order_id, product_id from dds.order_items")).containsExactly("(#1,7)");
		assertThat(dds.rows("select order_id, status, status_at from dds.orders"))
			.containsExactly("(#1,success,\"2026-03-01 10:00:00+00\")");
		assertThat(dds.rows("select record_type, order_id, state, attempts from dds.quarantine"))
			.containsExactly("(order_item,#1,resolved,2)", "(order_item,#2,open,1)", "(order_status,#1,resolved,2)");
		assertThat(dds.ledger(second)).containsExactly("(order,2026-03-03,loaded,1)",
				"(order_item,2026-03-02,resolved,1)", "(order_status,2026-03-02,resolved,1)");
	}

	@Test
	void takesNoItemForAnOrphanWhoseOrderComesBehindIt() {
		dds.raw.receive(anItemOf(1), aStatusOf(1, "failed"));
		dds.raw.throughPartition(1).receive(anOrder(1));
		dds.run();
		assertThat(dds.rows("select order_id, status from dds.orders")).containsExactly("(#1,failed)");
		assertThat(dds.count("dds.order_items")).isOne();
		assertThat(dds.count("dds.quarantine")).isZero();
	}

	@Test
	void leavesAnOrphanWhoseOrderIsRefused() {
		dds.raw.receive(anOrder(1).with("total_usd", null), anItemOf(1));
		dds.run();
		assertThat(dds.rows("select record_type, reason, field, state from dds.quarantine"))
			.containsExactly("(order,MISSING_FIELD,total_usd,open)", "(order_item,ORPHAN,order_id,open)");
	}

	@Test
	void keepsALedgerByTypeAndKafkaDay() {
		dds.raw.receivedAt("2026-03-02T23:59:59.999Z")
			.receive(aStoreEvent("search"), aStoreEvent("search"), aStoreEvent("teleport"));
		dds.raw.receivedAt("2026-03-03T00:00:00Z")
			.receive(aStoreEvent("search"), aStoreEvent("filter"), anOrder(1), anOrder(1).at("2026-02-01T00:00:00Z"));
		JobExecution execution = dds.run();
		assertThat(dds.ledger(execution)).containsExactly("(event,2026-03-02,duplicate,1)",
				"(event,2026-03-02,loaded,1)", "(event,2026-03-02,quarantined,1)", "(event,2026-03-03,duplicate,1)",
				"(event,2026-03-03,loaded,1)", "(order,2026-03-03,loaded,1)", "(order,2026-03-03,superseded,1)");
	}

	@Test
	void refusesToGoOnWithOtherReadingSettings() {
		dds.raw.receive(aLocationOf(1).with("city", "Nowhere").with("country", "Norway"));
		dds.run();
		dds.raw.receive(aLocationOf(2).with("city", "Nowhere").with("country", "Norway"));
		JobExecution refused = dds.runWith("cartpulse.dds.placeholders=nowhere");
		assertThat(refused.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(failures(refused)).anyMatch((failure) -> failure.contains("run raw-to-dds mode=rebuild"));
		assertThat(dds.rows("select user_id, city from dds.users")).containsExactly("(1,Nowhere)");
		JobExecution rebuilt = dds.runWith("cartpulse.dds.placeholders=nowhere", "mode=rebuild");
		assertThat(rebuilt.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.rows("select user_id, city from dds.users")).containsExactly("(1,)", "(2,)");
		assertThat(dds.run().getStatus()).isEqualTo(BatchStatus.FAILED);
	}

	@Test
	void goesOnWithAnotherChunkSize() {
		dds.raw.receive(anOrder(1));
		dds.run();
		assertThat(dds.runWith("cartpulse.dds.chunk-size=1").getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	@Test
	void makesTheSameDdsAnew() {
		dds.raw.receive(anItemOf(1), aStatusOf(2, "success"), aStoreEvent("view_page").identified(1).inSession(1));
		dds.run();
		dds.raw.throughPartition(1)
			.receivedAt("2026-03-03T12:00:00Z")
			.receive(oneOfEach())
			.receive(anOrder(1), anOrder(3).with("total_usd", 99).at("2026-02-28T00:00:00Z"), anItemOf(99),
					aStoreEvent("view_page").identified(1).inSession(2).at("2026-03-01T09:00:00Z"));
		dds.run();
		dds.raw.throughPartition(0)
			.receive(aStatusOf(3, "refunded").undated(), aProfileOf(1).with("name", "Zoë").undated(), anOrder(2),
					aStoreEvent("teleport"));
		dds.run();
		Map<String, List<String>> incremental = dds.contents.meaning();
		assertThat(incremental).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
		JobExecution rebuild = dds.run("anew", "mode=rebuild");
		assertThat(rebuild.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.meaning()).isEqualTo(incremental);
		assertThat(dds.rows("select full_rebuild from etl.loads where load_id = " + rebuild.getId()))
			.containsExactly("(t)");
		assertThat(dds.run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(dds.contents.meaning()).isEqualTo(incremental);
	}

	@Test
	void namesTheModesItKnows() {
		assertThat(failures(dds.run("wrong", "mode=again")))
			.anyMatch((failure) -> failure.contains("say mode=incremental or mode=rebuild"));
	}

	private static List<StoreMessage> oneOfEach() {
		return List.of(
				aProfileOf(1).with("name", "Ann")
					.with("email", "ann@example.org")
					.with("birth_date", "1990-01-31")
					.with("gender", "female"),
				aDeviceOf(1, "mobile").with("os", "iOS").with("browser", "Safari"),
				aLocationOf(1).with("city", "Rome")
					.with("country", "Italy")
					.with("lat", 41.9)
					.with("lon", 12.5)
					.with("weather_temp", 21.5)
					.with("weather_desc", "Clear"),
				aStoreEvent("purchase").identified(9)
					.byUser(1)
					.inSession(5)
					.ofProduct(7)
					.with("product_name", "Lamp")
					.with("product_category", "home")
					.ofOrder(3)
					.with("quantity", 2)
					.with("city", "Oslo")
					.with("country", "Norway")
					.with("lat", 59.9)
					.with("lon", 10.7)
					.with("cost_usd", "10.005")
					.with("cost_eur", 9)
					.with("cost_rub", 900)
					.with("weather_temp", -3)
					.with("weather_desc", "Snow"),
				anOrder(3).byUser(1).with("campaign_id", "spring"), anItemOf(3).with("line_no", 1).with("quantity", 2),
				aStatusOf(3, "success"),
				aCampaignEvent("spring", "purchase").byUser(1)
					.with("campaign_name", "Spring")
					.with("channel", "email")
					.with("cost", 2.5));
	}

}
