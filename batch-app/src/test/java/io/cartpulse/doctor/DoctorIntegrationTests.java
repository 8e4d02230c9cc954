package io.cartpulse.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cartpulse.doctor.Finding.Level;
import io.cartpulse.mart.ClickHouseSettings;
import io.cartpulse.testing.RunningStore;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the doctor where everything is up: inside the application, and alone as from a
 * shell.
 */
class DoctorIntegrationTests {

	private final RunningStore store = RunningStore.start();

	@Test
	void findsAllOfItInOrderInsideTheApplication() {
		assertThat(this.store.get(Doctor.class).examine()).satisfies(DoctorIntegrationTests::isInOrder);
	}

	@Test
	void findsTheSameAlone() {
		SpringApplication alone = new SpringApplication(DoctorApplication.class);
		alone.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = alone.run(arguments("logging.level.root=warn"))) {
			assertThat(context.getBean(Doctor.class).examine()).satisfies(DoctorIntegrationTests::isInOrder);
		}
	}

	@Test
	void startsAloneWhereNothingIsUp() {
		SpringApplication alone = new SpringApplication(DoctorApplication.class);
		alone.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = alone
			.run(arguments("logging.level.root=off", "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
					"spring.datasource.hikari.connection-timeout=500", "cartpulse.kafka.bootstrap-servers=127.0.0.1:1",
					"cartpulse.clickhouse.url=http://127.0.0.1:1", "cartpulse.metabase.url=http://127.0.0.1:1"))) {
			Diagnosis diagnosis = context.getBean(Doctor.class).examine();
			assertThat(diagnosis.level()).isEqualTo(Level.FAIL);
			assertThat(diagnosis.findings()).filteredOn((finding) -> finding.level() != Level.OK)
				.allSatisfy((finding) -> assertThat(finding.mend()).isNotEmpty())
				.extracting(Finding::name)
				.contains("ClickHouse", "ClickHouse analyst", "Kafka", "Metabase", "PostgreSQL", "reference data");
		}
	}

	@Test
	void anAnalystWhoIsNotLetInFailsEveryCardAndIsTold() {
		assertThat(new AnalystCheck(this.store.get(ClickHouseSettings.class), "analyst", "wrong").look())
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.level()).isEqualTo(Level.FAIL);
				assertThat(finding.message()).contains("does not let analyst in");
				assertThat(finding.mend()).contains("cartpulse.analyst.user and .password");
				assertThat(finding.toString()).doesNotContain("wrong");
			});
	}

	private static void isInOrder(Diagnosis diagnosis) {
		assertThat(diagnosis.findings()).filteredOn((finding) -> finding.level() != Level.OK)
			.allSatisfy((finding) -> assertThat(finding.name()).isIn("Kafka topic", "data folder"));
		assertThat(diagnosis.findings()).extracting(Finding::name)
			.contains("ClickHouse analyst", "Metabase", "alerts", "reference data: open-weather",
					"reference data: positionstack", "reference data: open-exchange-rates");
	}

	private String[] arguments(String... more) {
		Map<String, String> properties = new LinkedHashMap<>();
		Stream.concat(this.store.properties().stream(), Stream.of(more))
			.map((property) -> property.split("=", 2))
			.forEach((property) -> properties.put(property[0], property[1]));
		return properties.entrySet()
			.stream()
			.map((one) -> "--" + one.getKey() + "=" + one.getValue())
			.toArray(String[]::new);
	}

}
