package io.cartpulse.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * What tests ask of running engines.
 */
final class Engines {

	private Engines() {
	}

	static Connection postgres(EmbeddedEngines engines) throws SQLException {
		Credentials credentials = engines.credentials();
		return DriverManager.getConnection(engines.postgresUrl(), credentials.ownerUser(), credentials.ownerPassword());
	}

	static Connection clickHouse(EmbeddedEngines engines) throws SQLException {
		Credentials credentials = engines.credentials();
		return DriverManager.getConnection("jdbc:clickhouse:" + engines.clickHouseUrl() + "/default",
				credentials.ownerUser(), credentials.ownerPassword());
	}

	static Admin admin(EmbeddedEngines engines) {
		return Admin.create(Map.of("bootstrap.servers", engines.kafkaBootstrapServers()));
	}

	static void createTopic(EmbeddedEngines engines, String topic) throws Exception {
		try (Admin admin = admin(engines)) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
		}
	}

	static long endOffset(EmbeddedEngines engines, String topic) throws Exception {
		TopicPartition partition = new TopicPartition(topic, 0);
		try (Admin admin = admin(engines)) {
			return admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition).get().offset();
		}
	}

	static long number(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	static String text(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
