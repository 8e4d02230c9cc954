package io.cartpulse.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and its controller inside this process, on a data folder that is
 * kept.
 */
final class KafkaBroker implements AutoCloseable {

	private static final String CONTROLLER = "CONTROLLER";

	private static final int NODE = 1;

	private final KafkaRaftServer server;

	private KafkaBroker(KafkaRaftServer server) {
		this.server = server;
	}

	static KafkaBroker start(Path folder, int port, int controllerPort) {
		try {
			format(folder);
			KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(folder, port, controllerPort)),
					Time.SYSTEM);
			server.startup();
			return new KafkaBroker(server);
		}
		catch (Exception ex) {
			throw new EngineStartException("Kafka does not start on " + folder + ": " + ex.getMessage(), ex);
		}
	}

	private static void format(Path folder) throws Exception {
		Files.createDirectories(folder);
		if (Files.exists(folder.resolve("meta.properties"))) {
			return;
		}
		new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
			.setClusterId(Uuid.randomUuid().toString())
			.setNodeId(NODE)
			.addDirectory(folder.toString())
			.setMetadataLogDirectory(folder.toString())
			.setControllerListenerName(CONTROLLER)
			.setReleaseVersion(MetadataVersion.latestProduction())
			.setIgnoreFormatted(true)
			.run();
	}

	private static Map<String, Object> settings(Path folder, int port, int controllerPort) {
		String broker = "PLAINTEXT://" + EnginePort.HOST + ":" + port;
		String controller = EnginePort.HOST + ":" + controllerPort;
		Map<String, Object> settings = new HashMap<>();
		settings.put("process.roles", "broker,controller");
		settings.put("node.id", Integer.toString(NODE));
		settings.put("controller.quorum.voters", NODE + "@" + controller);
		settings.put("listeners", broker + "," + CONTROLLER + "://" + controller);
		settings.put("advertised.listeners", broker);
		settings.put("controller.listener.names", CONTROLLER);
		settings.put("inter.broker.listener.name", "PLAINTEXT");
		settings.put("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
		settings.put("log.dirs", folder.toString());
		settings.putAll(topics());
		settings.putAll(singleNode());
		settings.putAll(quickElection());
		return settings;
	}

	private static Map<String, Object> topics() {
		return Map.of("auto.create.topics.enable", "false", "num.partitions", "6", "message.max.bytes",
				Integer.toString(4 << 20), "replica.fetch.max.bytes", Integer.toString(4 << 20),
				// the topic is what everything else is built from: nothing in it grows
				// old
				"log.retention.ms", "-1",
				// a killed process loses nothing, a power failure at most this second
				"log.flush.interval.ms", "1000", "log.flush.scheduler.interval.ms", "1000",
				// the default of 128 MiB alone would not fit beside a job in a small heap
				"log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
	}

	private static Map<String, Object> singleNode() {
		return Map.of("offsets.topic.replication.factor", "1", "offsets.topic.num.partitions", "5",
				"transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1",
				"transaction.state.log.num.partitions", "5", "share.coordinator.state.topic.replication.factor", "1",
				"share.coordinator.state.topic.min.isr", "1", "group.initial.rebalance.delay.ms", "0",
				"num.network.threads", "2", "num.io.threads", "4");
	}

	// a lone node wins every election: with the defaults it would wait 6-15 s for others
	private static Map<String, Object> quickElection() {
		return Map.of("controller.quorum.election.timeout.ms", "200", "controller.quorum.election.backoff.max.ms",
				"100", "controller.quorum.fetch.timeout.ms", "400", "controller.quorum.request.timeout.ms", "1000",
				"broker.heartbeat.interval.ms", "200", "broker.session.timeout.ms", "3000");
	}

	@Override
	public void close() {
		this.server.shutdown();
		this.server.awaitShutdown();
	}

}
