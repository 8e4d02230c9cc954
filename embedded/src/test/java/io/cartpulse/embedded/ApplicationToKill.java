package io.cartpulse.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An application that writes to all engines and is killed by its test.
 */
final class ApplicationToKill {

	static final String WRITTEN = "written ";

	private ApplicationToKill() {
	}

	public static void main(String[] arguments) throws Exception {
		EmbeddedSettings settings = new EmbeddedSettings(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
				Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), true, true, true, null, Map.of());
		EmbeddedEngines engines = EmbeddedEngines.start(settings, System.out::println);
		Engines.createTopic(engines, "killed");
		try (Connection postgres = Engines.postgres(engines);
				Connection clickHouse = Engines.clickHouse(engines);
				Statement postgresStatement = postgres.createStatement();
				Statement clickHouseStatement = clickHouse.createStatement();
				KafkaProducer<String, String> producer = new KafkaProducer<>(
						Map.of("bootstrap.servers", engines.kafkaBootstrapServers(), "acks", "all"),
						new StringSerializer(), new StringSerializer())) {
			postgresStatement.execute("create table killed (id bigint primary key)");
			clickHouseStatement.execute("create table killed (id UInt64) engine MergeTree order by id");
			for (long id = 1;; id++) {
				postgresStatement.execute("insert into killed values (" + id + ")");
				clickHouseStatement.execute("insert into killed values (" + id + ")");
				producer.send(new ProducerRecord<>("killed", 0, "k", Long.toString(id))).get();
				System.out.println(WRITTEN + id);
			}
		}
	}

}
