package io.cartpulse.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import io.cartpulse.testing.StoreMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.batch.core.BatchStatus;

import static io.cartpulse.testing.StoreMessage.aStatusOf;
import static io.cartpulse.testing.StoreMessage.aStoreEvent;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * DDS and marts are a function of the set of records and the set of reference data,
 * whenever either comes.
 */
class ReferenceDataConvergenceIntegrationTests {

	private static final int VISITS = 60;

	@Test
	void tablesAreTheSameWheneverReferenceDataComes() {
		Contents afterwards;
		try (PipelineFixture pipeline = new PipelineFixture(1)) {
			send(pipeline, visits());
			pipeline.run();
			assertThat(
					pipeline.jdbc.queryForObject("select count(*) from dds.events where city is not null", Long.class))
				.isZero();
			pipeline.refresh();
			pipeline.run();
			afterwards = Contents.of(pipeline);
			assertThat(pipeline.jdbc.queryForObject(
					"select count(*) from dds.events where city is not null and cost_rub is not null", Long.class))
				.isEqualTo(VISITS);
			assertThat(pipeline.launch(UUID.randomUUID().toString(), "mode=rebuild").getStatus())
				.isEqualTo(BatchStatus.COMPLETED);
			assertThat(Contents.of(pipeline)).as("made anew from RAW").isEqualTo(afterwards);
		}
		try (PipelineFixture pipeline = new PipelineFixture(1)) {
			List<String> shuffled = new ArrayList<>(visits());
			Collections.shuffle(shuffled, new Random(3));
			int cut = shuffled.size() / 3;
			send(pipeline, shuffled.subList(0, cut));
			pipeline.run();
			pipeline.refresh();
			// as a provider gave it, and took it back
			pipeline.jdbc.update("update dds.exchange_rates set rate = rate * 3, load_id = null");
			send(pipeline, shuffled.subList(cut, 2 * cut));
			pipeline.run();
			pipeline.jdbc.update("update dds.exchange_rates set rate = rate / 3, load_id = null");
			pipeline.refresh();
			send(pipeline, shuffled.subList(2 * cut, shuffled.size()));
			send(pipeline, shuffled.subList(0, cut));
			pipeline.run();
			pipeline.refresh();
			pipeline.run();
			assertThat(Contents.of(pipeline)).as("in parts, in another order, twice").isEqualTo(afterwards);
		}
	}

	/** What a real shop sends: no weather, no city, one currency. */
	private static List<String> visits() {
		return IntStream.range(0, VISITS).boxed().flatMap((number) -> {
			String moment = "2026-03-0%dT%02d:30:00Z".formatted(1 + number % 5, number % 24);
			StoreMessage bought = aStoreEvent("purchase").at(moment)
				.inSession(number / 2)
				.ofOrder(number)
				.with("cost_usd", 10 + number)
				.with("lat", (number % 2 == 0) ? "48.8566" : "52.52")
				.with("lon", (number % 2 == 0) ? "2.3522" : "13.405");
			return List
				.of(bought, anOrder(number).with("order_ts", moment).with("total_usd", 10 + number),
						aStatusOf(number, "success"))
				.stream();
		}).map(StoreMessage::json).toList();
	}

	private static void send(PipelineFixture pipeline, List<String> messages) {
		pipeline.topic.sendAll(0, messages);
	}

	/**
	 * What DDS and the marts hold.
	 *
	 * @param dds rows by table
	 * @param marts rows by mart and key
	 * @param ofReferenceData the marts of reference data
	 */
	private record Contents(Map<String, List<String>> dds, Map<String, Map<String, JsonNode>> marts,
			List<JsonNode> ofReferenceData) {

		static Contents of(PipelineFixture pipeline) {
			List<JsonNode> ofReferenceData = new ArrayList<>(
					pipeline.clickHouseRows("select * from data_mart.revenue_by_currency order by all"));
			ofReferenceData.addAll(pipeline.clickHouseRows("select * from data_mart.weather_impact order by all"));
			return new Contents(pipeline.dds.meaning(), pipeline.marts(), ofReferenceData);
		}

	}

}
