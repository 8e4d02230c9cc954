package io.cartpulse.dds;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cartpulse.testing.StoreMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.batch.core.job.JobExecution;

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
 * When two messages are one fact, one state or one attribute, and which of them counts,
 * in whatever order they come.
 */
class IdentityIntegrationTests {

	private static final String EARLIER = "2026-03-01T09:00:00Z";

	private static final String LATER = "2026-03-01T11:00:00Z";

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
	void countsOneMessageDeliveredTwiceOnce() {
		dds.raw.receive(aStoreEvent("search").byUser(1), aStoreEvent("search").identified(1),
				aCampaignEvent("c", "view").undated(), anOrder(1), anItemOf(1), aStatusOf(1, "failed"));
		dds.raw.throughPartition(1)
			.receivedAt("2026-03-03T00:00:00Z")
			// the same contents in other words
			.receive(aStoreEvent("Search").byUser(1).with("timestamp", 1772359200000L).with("session_id", " "),
					aStoreEvent("search").identified(1), aCampaignEvent("c", "view").undated(),
					anItemOf(1).with("price_usd", "5.00").with("quantity", "1"), aStatusOf(1, " FAILED "));
		JobExecution execution = dds.run();
		assertThat(counts()).containsExactly(2L, 1L, 1L, 1L);
		assertThat(dds.ledger(execution)).filteredOn((line) -> line.contains("duplicate"))
			.containsExactly("(campaign_event,2026-03-03,duplicate,1)", "(event,2026-03-03,duplicate,2)",
					"(order_item,2026-03-03,duplicate,1)", "(order_status,2026-03-03,duplicate,1)");
	}

	@Test
	void countsDifferentMessagesOfOneMomentEach() {
		dds.raw.receive(aStoreEvent("search"), aStoreEvent("search").byUser(1), aStoreEvent("search").identified(1),
				aStoreEvent("search").identified(2), anOrder(1), anItemOf(1), anItemOf(1).with("price_usd", 6),
				anItemOf(1).with("line_no", 1), anItemOf(1).with("line_no", 2), aCampaignEvent("c", "view"),
				aCampaignEvent("c", "click"), aStatusOf(1, "failed"), aStatusOf(1, "success"));
		dds.run();
		assertThat(counts()).containsExactly(4L, 4L, 2L, 2L);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void countsTheEarlierOfTwoContentsOfOneEvent(boolean earlierComesFirst) {
		StoreMessage earlier = aStoreEvent("purchase").identified(1).at(EARLIER).inSession(1).ofOrder(1).byUser(1);
		StoreMessage later = aStoreEvent("purchase").identified(1).at(LATER).inSession(2).ofOrder(2).byUser(2);
		StoreMessage other = aStoreEvent("view_page").inSession(1);
		dds.raw.receive(anOrder(1), anOrder(2), other, earlierComesFirst ? earlier : later);
		dds.run();
		dds.raw.receive(earlierComesFirst ? later : earlier);
		JobExecution second = dds.run();
		assertThat(dds.rows("select event_type, user_id, session_id, order_id from dds.events"))
			.containsExactly("(purchase,1,#1,#1)", "(view_page,,#1,)");
		assertThat(dds.rows("select session_id, user_id, event_count from dds.sessions")).containsExactly("(#1,1,2)");
		assertThat(dds.rows("select order_id, session_id from dds.orders")).containsExactly("(#1,#1)", "(#2,)");
		assertThat(dds.rows("select user_id from dds.users")).containsExactly("(1)", "(2)");
		assertThat(dds.ledger(second))
			.containsExactly(earlierComesFirst ? "(event,2026-03-02,superseded,1)" : "(event,2026-03-02,loaded,1)");
		// the marts have seen session 2 only where it was there after the first run
		assertThat(dds.rows("select session_id from etl.deleted_sessions"))
			.isEqualTo(earlierComesFirst ? List.of() : List.of("(#2)"));
	}

	@Test
	void countsTheEarlierOfTwoContentsOfOneRun() {
		dds.raw.receive(aStoreEvent("view_page").identified(1).at(LATER).inSession(1),
				aStoreEvent("view_page").identified(1).at(EARLIER).inSession(2),
				aStoreEvent("view_page").identified(1).at(LATER).inSession(3));
		JobExecution execution = dds.run();
		assertThat(dds.rows("select session_id from dds.events")).containsExactly("(#2)");
		assertThat(dds.rows("select session_id from dds.sessions")).containsExactly("(#2)");
		assertThat(dds.ledger(execution)).containsExactly("(event,2026-03-02,loaded,1)",
				"(event,2026-03-02,superseded,2)");
	}

	@Test
	void countsTheSameOfTwoContentsOfOneTimeInWhateverOrder() {
		List<StoreMessage> some = List.of(aStoreEvent("view_page").identified(1).inSession(1),
				aCampaignEvent("a", "view").identified(2), aStatusOf(1, "success").identified(3),
				anItemOf(1).identified(4), anOrder(3).with("total_usd", 11),
				anItemOf(3).with("line_no", 1).ofProduct(1));
		List<StoreMessage> others = List.of(aStoreEvent("view_page").identified(1).inSession(2),
				aCampaignEvent("b", "view").identified(2), aStatusOf(2, "failed").identified(3),
				anItemOf(2).identified(4), anOrder(3).with("total_usd", 12),
				anItemOf(3).with("line_no", 1).ofProduct(2));
		dds.raw.receive(anOrder(1), anOrder(2)).receive(some);
		dds.run();
		dds.raw.receive(others);
		dds.run();
		Map<String, List<String>> someFirst = dds.contents.meaning();
		dds.empty();
		dds.raw.receive(anOrder(1), anOrder(2)).receive(others);
		dds.run();
		dds.raw.receive(some);
		dds.run();
		assertThat(dds.contents.meaning()).isEqualTo(someFirst);
		dds.empty();
		dds.raw.receive(others).receive(some).receive(anOrder(1), anOrder(2));
		dds.run();
		assertThat(dds.contents.meaning()).isEqualTo(someFirst);
	}

	@Test
	void countsTheEarlierOfOtherFactsToo() {
		dds.raw.receive(anOrder(1), anItemOf(1).identified(1).at(LATER).ofProduct(1),
				anItemOf(1).identified(1).at(EARLIER).ofProduct(2), aStatusOf(1, "success").identified(2).at(LATER),
				aStatusOf(1, "cancelled").identified(2).at(EARLIER),
				aCampaignEvent("a", "view").identified(3).at(LATER),
				aCampaignEvent("b", "view").identified(3).at(EARLIER));
		dds.run();
		assertThat(dds.rows("select product_id from dds.order_items")).containsExactly("(2)");
		assertThat(dds.rows("select status from dds.orders")).containsExactly("(cancelled)");
		assertThat(dds.rows("select campaign_id from dds.campaign_events")).containsExactly("(b)");
	}

	@Test
	void givesAFactWithoutATimeTheSmallestKafkaTimestampOfItsCopies() {
		StoreMessage undated = aCampaignEvent("c", "view").undated();
		dds.raw.receivedAt("2026-03-03T00:00:00Z").receive(undated);
		dds.run();
		dds.raw.receivedAt("2026-03-02T00:00:00Z").receive(undated).receivedAt("2026-03-04T00:00:00Z").receive(undated);
		dds.run();
		assertThat(dds.rows("select generated_at from dds.campaign_events"))
			.containsExactly("(\"2026-03-02 00:00:00+00\")");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesTheLatestMessageOfAnOrderWhole(boolean inOneRun) {
		dds.raw.receive(anOrder(1).at(EARLIER).byUser(1).with("campaign_id", "spring").with("total_usd", 20),
				aStatusOf(1, "refunded").with("refunded_usd", 15));
		if (!inOneRun) {
			dds.run();
		}
		dds.raw.receive(anOrder(1).at(LATER).byUser(2).with("total_usd", 12),
				anOrder(1).byUser(3).with("total_usd", 99));
		JobExecution execution = dds.run();
		assertThat(dds.rows("select user_id, total_usd, campaign_id, status, refunded_usd from dds.orders"))
			.containsExactly("(2,12.00,,refunded,12.00)");
		assertThat(dds.ledger(execution)).contains("(order,2026-03-02,loaded,1)",
				"(order,2026-03-02,superseded," + (inOneRun ? 2 : 1) + ")");
	}

	@Test
	void takesTheLatestMessageOfALine() {
		dds.raw.receive(anOrder(1), anItemOf(1).with("line_no", 1).at(LATER).with("price_usd", 7),
				anItemOf(1).with("line_no", 0).with("price_usd", 3));
		dds.run();
		dds.raw.receive(anItemOf(1).with("line_no", 1).at(EARLIER).with("price_usd", 8),
				anItemOf(1).with("line_no", 0).at(LATER).with("price_usd", 4).with("quantity", 2));
		dds.run();
		assertThat(dds.rows("select line_no, price_usd, quantity from dds.order_items")).containsExactly("(0,4.00,2)",
				"(1,7.00,1)");
	}

	@Test
	void takesTheGreaterFingerprintOfStatesOfOneTime() {
		dds.raw.receive(anOrder(1).with("total_usd", 11));
		dds.run();
		String one = dds.rows("select fingerprint from dds.orders").get(0);
		dds.empty();
		dds.raw.receive(anOrder(1).with("total_usd", 12));
		dds.run();
		String other = dds.rows("select fingerprint from dds.orders").get(0);
		dds.raw.receive(anOrder(1).with("total_usd", 11));
		dds.run();
		assertThat(dds.rows("select fingerprint from dds.orders"))
			.containsExactly((one.compareTo(other) > 0) ? one : other);
	}

	@Test
	void keepsWhenADeviceWasFirstAndLastSeen() {
		dds.raw.receive(aDeviceOf(1, "Mobile").with("os", "iOS"), aDeviceOf(1, "mobile").with("os", "iOS").at(LATER),
				aDeviceOf(1, "smart-fridge").with("os", "(not set)"));
		dds.run();
		dds.raw.receive(aDeviceOf(1, "mobile").with("os", "iOS").at(EARLIER),
				aDeviceOf(1, "mobile").with("os", "iOS").at("2026-03-01T10:30:00Z"));
		dds.run();
		assertThat(dds.rows("select device_type, os, browser, first_seen, last_seen from dds.user_devices"))
			.containsExactly("(mobile,iOS,Unknown,\"2026-03-01 09:00:00+00\",\"2026-03-01 11:00:00+00\")",
					"(other,Unknown,Unknown,\"2026-03-01 10:00:00+00\",\"2026-03-01 10:00:00+00\")");
	}

	@Test
	void keepsEveryPlaceOnce() {
		dds.raw.receive(aLocationOf(1).with("city", "Rome"), aLocationOf(1).with("city", "Rome"),
				aLocationOf(1).with("city", "Rome").at(LATER), aLocationOf(1).with("city", "Oslo"));
		dds.run();
		dds.raw.receive(aLocationOf(1).with("city", "Oslo"));
		dds.run();
		assertThat(dds.rows("select city, generated_at from dds.user_locations")).containsExactly(
				"(Oslo,\"2026-03-01 10:00:00+00\")", "(Rome,\"2026-03-01 10:00:00+00\")",
				"(Rome,\"2026-03-01 11:00:00+00\")");
	}

	@Test
	void takesEachAttributeFromTheLatestMessageThatHasIt() {
		dds.raw.receive(aProfileOf(1).at(LATER).with("name", "Ann"),
				aProfileOf(1).with("name", "Anna").with("email", "Ann@Example.org").with("gender", "female"),
				aProfileOf(1).at(EARLIER).with("birth_date", "1990-01-31").with("gender", "other"));
		dds.raw.receive(aStoreEvent("view_product").ofProduct(1).at(LATER).with("product_name", "Lamp"),
				aStoreEvent("view_product").ofProduct(1).with("product_name", "Light").with("product_category", "home"),
				aCampaignEvent("c", "view").at(LATER).with("channel", "email"),
				aCampaignEvent("c", "view").with("campaign_name", "Spring").with("channel", "social"));
		dds.run();
		dds.raw.receive(aProfileOf(1).with("name", "Annie").with("gender", "male"),
				aStoreEvent("view_product").ofProduct(1).at(EARLIER).with("product_category", "garden"),
				aCampaignEvent("c", "view").at(LATER).with("campaign_name", "Summer"));
		dds.run();
		assertThat(dds.rows("select name, email, birth_date, gender from dds.users"))
			.containsExactly("(Ann,ann@example.org,1990-01-31,male)");
		assertThat(dds
			.rows("select product_name, category_name from dds.products join dds.categories using (category_id)"))
			.containsExactly("(Lamp,home)");
		assertThat(dds.rows("select campaign_name, channel from dds.campaigns")).containsExactly("(Summer,email)");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesTheGreaterOfAttributesOfOneTime(boolean greaterComesFirst) {
		StoreMessage greater = aProfileOf(1).with("name", "zoë").with("gender", "male");
		// Z is less than z by UTF-8 bytes, whatever a language thinks
		StoreMessage smaller = aProfileOf(1).with("name", "Zoë").with("gender", "female");
		dds.raw.receive(greaterComesFirst ? greater : smaller);
		dds.run();
		dds.raw.receive(greaterComesFirst ? smaller : greater);
		dds.run();
		assertThat(dds.rows("select name, gender from dds.users")).containsExactly("(zoë,male)");
	}

	@Test
	void replacesPlacesInPairs() {
		dds.raw.receive(
				aLocationOf(1).with("city", "Rome").with("country", "Italy").with("lat", 41.9).with("lon", 12.5),
				aLocationOf(1).at(LATER).with("country", "Norway"),
				aLocationOf(2).at(LATER).with("lat", 59.9).with("lon", 10.7),
				aLocationOf(2).with("city", "Rome").with("lat", 1).with("lon", 2));
		dds.run();
		dds.raw.receive(aLocationOf(1).at(EARLIER).with("city", "Oslo").with("country", "Norway"));
		dds.run();
		assertThat(dds.rows("select user_id, country, city, lat, lon from dds.users"))
			.containsExactly("(1,Norway,,41.9,12.5)", "(2,,Rome,59.9,10.7)");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesTheGreaterOfPlacesOfOneTime(boolean inOneRun) {
		// country first, and no country is below all
		dds.raw.receive(aLocationOf(1).with("country", "Austria"),
				aLocationOf(2).with("city", "Au").with("country", "Austria"),
				aLocationOf(3).with("lat", 9).with("lon", 2));
		if (!inOneRun) {
			dds.run();
		}
		dds.raw.receive(aLocationOf(1).with("city", "Zell"),
				aLocationOf(2).with("city", "Zell").with("country", "Austria"),
				aLocationOf(3).with("lat", 10).with("lon", 1), aLocationOf(3).with("lat", 10).with("lon", -1));
		dds.run();
		assertThat(dds.rows("select user_id, country, city, lat, lon from dds.users")).containsExactly("(1,Austria,,,)",
				"(2,Austria,Zell,,)", "(3,,,10,1)");
	}

	private static List<Long> counts() {
		return Stream.of("events", "order_items", "order_status_events", "campaign_events")
			.map((table) -> dds.count("dds." + table))
			.toList();
	}

}
