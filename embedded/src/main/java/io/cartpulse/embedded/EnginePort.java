package io.cartpulse.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A port of 127.0.0.1, checked before an engine is started on it.
 */
final class EnginePort {

	static final String HOST = "127.0.0.1";

	private final String engine;

	private final String property;

	EnginePort(String engine, String property) {
		this.engine = engine;
		this.property = property;
	}

	/**
	 * Returns the port to listen on.
	 * @param configured the configured port, 0 for any free one
	 * @return the configured port if nobody listens there, or a free one
	 */
	int claim(int configured) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), configured), 1);
			return socket.getLocalPort();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new EngineStartException("Port " + configured + ", which " + this.engine
					+ " should listen on, cannot be used (" + ex.getMessage() + "). Another program, perhaps another"
					+ " cartpulse, is using it. Stop that program, or choose another port with the property "
					+ this.property + ".", ex);
		}
	}

	static EnginePort postgres() {
		return new EnginePort("PostgreSQL", "cartpulse.postgres.port");
	}

	static EnginePort kafka() {
		return new EnginePort("Kafka", "cartpulse.kafka.port");
	}

	static EnginePort kafkaController() {
		return new EnginePort("Kafka's controller", "cartpulse.kafka.port");
	}

	static EnginePort clickHouse() {
		return new EnginePort("ClickHouse", "cartpulse.clickhouse.port");
	}

}
