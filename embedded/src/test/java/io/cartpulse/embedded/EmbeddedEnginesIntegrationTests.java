package io.cartpulse.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedEnginesIntegrationTests {

	@TempDir
	private Path dataDir;

	private EmbeddedEngines start(EmbeddedSettings settings) {
		return EmbeddedEngines.start(settings, (line) -> {
		});
	}

	private EmbeddedSettings settings() {
		return EmbeddedSettings.onFreePorts(this.dataDir);
	}

	@Test
	void dataIsThereAfterARestart() throws Exception {
		String ownerPassword;
		try (EmbeddedEngines engines = start(settings());
				Connection postgres = Engines.postgres(engines);
				Statement postgresStatement = postgres.createStatement();
				Connection clickHouse = Engines.clickHouse(engines);
				Statement clickHouseStatement = clickHouse.createStatement()) {
			ownerPassword = engines.credentials().ownerPassword();
			postgresStatement.execute("create table kept as select 'Grüße' as text");
			clickHouseStatement.execute("create table kept engine MergeTree order by text as select 'Grüße' as text");
			Engines.createTopic(engines, "kept");
			send(engines, "x".repeat(3 << 20));
		}
		assertThat(Files.getPosixFilePermissions(this.dataDir.resolve("credentials.properties")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
		try (EmbeddedEngines engines = start(settings());
				Connection postgres = Engines.postgres(engines);
				Connection clickHouse = Engines.clickHouse(engines)) {
			assertThat(engines.credentials().ownerPassword()).isEqualTo(ownerPassword);
			assertThat(Engines.text(postgres, "select text from kept")).isEqualTo("Grüße");
			assertThat(Engines.text(clickHouse, "select text from kept")).isEqualTo("Grüße");
			assertThat(receive(engines)).hasSize(3 << 20);
		}
	}

	private static void send(EmbeddedEngines engines, String value) throws Exception {
		Map<String, Object> settings = Map.of("bootstrap.servers", engines.kafkaBootstrapServers(), "max.request.size",
				4 << 20);
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>("kept", "key", value)).get();
		}
	}

	private static String receive(EmbeddedEngines engines) {
		Map<String, Object> settings = Map.of("bootstrap.servers", engines.kafkaBootstrapServers());
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new StringDeserializer())) {
			TopicPartition partition = new TopicPartition("kept", 0);
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(30))) {
				return message.value();
			}
			throw new AssertionError("No record came");
		}
	}

	@Test
	void postgresLetsNobodyInWithoutPassword() throws Exception {
		try (EmbeddedEngines engines = start(settings().only(true, false, false))) {
			String url = engines.postgresUrl();
			for (String user : List.of("postgres", "cartpulse", "analyst")) {
				for (String password : List.of("", "postgres", "wrong")) {
					assertThatThrownBy(() -> DriverManager.getConnection(url, user, password))
						.isInstanceOf(SQLException.class);
				}
			}
		}
	}

	@Test
	void analystOfPostgresOnlyReads() throws Exception {
		try (EmbeddedEngines engines = start(settings().only(true, false, false));
				Connection owner = Engines.postgres(engines);
				Statement ownerStatement = owner.createStatement();
				Connection analyst = DriverManager.getConnection(engines.postgresUrl(), "analyst",
						engines.credentials().analystPassword());
				Statement statement = analyst.createStatement()) {
			ownerStatement.execute("create schema mart");
			ownerStatement.execute("create table mart.revenue as select 1 as amount");
			assertThatThrownBy(() -> statement.executeQuery("select * from mart.revenue"))
				.hasMessageContaining("permission denied");
			ownerStatement.execute("grant usage on schema mart to analyst");
			ownerStatement.execute("grant select on all tables in schema mart to analyst");
			assertThat(Engines.number(analyst, "select amount from mart.revenue")).isEqualTo(1);
			assertThatThrownBy(() -> statement.execute("create table public.mine (id int)"))
				.hasMessageContaining("read-only");
			statement.execute("set default_transaction_read_only = off");
			assertThatThrownBy(() -> statement.execute("create table public.mine (id int)"))
				.hasMessageContaining("permission denied");
			assertThatThrownBy(() -> statement.execute("insert into mart.revenue values (2)"))
				.hasMessageContaining("permission denied");
		}
	}

	@Test
	void configuredPasswordsWin() throws Exception {
		start(settings().only(true, false, false)).close();
		EmbeddedSettings settings = new EmbeddedSettings(this.dataDir, 0, 0, 0, true, false, true, null,
				Map.of("owner.password", "it's \\mine\"", "analyst.password", "other=# x"));
		try (EmbeddedEngines engines = start(settings);
				Connection postgres = Engines.postgres(engines);
				Connection clickHouse = Engines.clickHouse(engines)) {
			assertThat(engines.credentials().ownerPassword()).isEqualTo("it's \\mine\"");
			assertThat(Engines.text(postgres, "select current_user")).isEqualTo("cartpulse");
			assertThat(Engines.number(clickHouse, "select 1")).isEqualTo(1);
			assertThat(this.dataDir.resolve("credentials.properties")).content().doesNotContain("mine");
		}
	}

	@Test
	void lostCredentialsFileIsReplaced() throws Exception {
		start(settings().only(true, false, false)).close();
		Files.delete(this.dataDir.resolve("credentials.properties"));
		try (EmbeddedEngines engines = start(settings().only(true, false, false));
				Connection postgres = Engines.postgres(engines)) {
			assertThat(Engines.text(postgres, "select current_user")).isEqualTo("cartpulse");
		}
	}

	@Test
	void busyPortIsNamedWithItsProperty() throws Exception {
		try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			EmbeddedSettings settings = new EmbeddedSettings(this.dataDir, 0, busy.getLocalPort(), 0, true, true, true,
					null, Map.of());
			assertThatExceptionOfType(EngineStartException.class).isThrownBy(() -> start(settings))
				.withMessageContaining("Port " + busy.getLocalPort())
				.withMessageContaining("Kafka")
				.withMessageContaining("cartpulse.kafka.port");
		}
	}

	@Test
	void aSecondApplicationIsKeptOut() {
		try (EmbeddedEngines engines = start(settings().only(false, false, false))) {
			assertThat(engines.credentials().ownerUser()).isEqualTo("cartpulse");
			assertThatExceptionOfType(EngineStartException.class)
				.isThrownBy(() -> start(settings().only(false, false, false)))
				.withMessageContaining("in use by another running cartpulse")
				.withMessageContaining("--data-dir");
		}
		start(settings().only(false, false, false)).close();
	}

	@Test
	void killedClickHouseComesBackByItself() throws Exception {
		try (EmbeddedEngines engines = start(settings().only(false, false, true));
				Connection clickHouse = Engines.clickHouse(engines);
				Statement statement = clickHouse.createStatement()) {
			statement.execute("create table kept engine MergeTree order by n as select number as n from numbers(1000)");
			Path pidFile = this.dataDir.resolve("clickhouse/engine.pid");
			String pid = Files.readString(pidFile);
			ProcessHandle engine = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
			engine.destroyForcibly();
			engine.onExit().join();
			assertThat(countWhenBack(engines)).isEqualTo(1000);
			assertThat(Files.readString(pidFile)).isNotEqualTo(pid);
		}
	}

	private static long countWhenBack(EmbeddedEngines engines) throws Exception {
		for (long end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end;) {
			try (Connection clickHouse = Engines.clickHouse(engines)) {
				return Engines.number(clickHouse, "select count() from kept");
			}
			catch (SQLException ex) {
				Thread.onSpinWait();
			}
		}
		throw new AssertionError("ClickHouse does not come back");
	}

	@Test
	void clickHouseEndsCleanlyWhileItIsBusy() throws Exception {
		EmbeddedEngines engines = start(settings().only(false, false, true));
		ProcessHandle engine = ProcessHandle
			.of(Long.parseLong(Files.readString(this.dataDir.resolve("clickhouse/engine.pid"))))
			.orElseThrow();
		Thread busy = new Thread(() -> {
			try (Connection clickHouse = Engines.clickHouse(engines)) {
				Engines.number(clickHouse, "select sum(sipHash64(number)) from numbers(100000000000)");
			}
			catch (SQLException ex) {
				// expected: the engine goes away
			}
		});
		busy.start();
		engines.close();
		assertThat(engine.isAlive()).isFalse();
		assertThat(this.dataDir.resolve("clickhouse/engine.log")).content().doesNotContain("SIGSEGV", "SIGABRT");
		busy.join(30_000);
	}

}
