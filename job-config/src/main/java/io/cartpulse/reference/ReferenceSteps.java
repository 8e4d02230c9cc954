package io.cartpulse.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.SqlFile;
import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.ReferenceData;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes the steps that ask for reference data. An item is a page of what is wanted; what
 * is not known yet drops out of it and is wanted again in the next run.
 */
final class ReferenceSteps {

	private final JobRepository repository;

	private final PlatformTransactionManager transactionManager;

	private final DataSource dataSource;

	private final LayerLocks locks;

	private final ReferenceSettings settings;

	private final ReferenceData referenceData;

	private final Clock clock;

	ReferenceSteps(JobRepository repository, PlatformTransactionManager transactionManager, DataSource dataSource,
			LayerLocks locks, ReferenceSettings settings, ReferenceData referenceData, Clock clock) {
		this.repository = repository;
		this.transactionManager = transactionManager;
		this.dataSource = dataSource;
		this.locks = locks;
		this.settings = settings;
		this.referenceData = referenceData;
		this.clock = clock;
	}

	/** {@code refresh-rates}: of days with orders, and of events without a cost. */
	Step rates(List<String> currencies) {
		JdbcCursorItemReader<LocalDate> days = wanted("find-days-without-rate.sql",
				(row, number) -> row.getObject("day", LocalDate.class), String.join(",", currencies));
		EventWriter<LocalDate> writer = new EventWriter<>(this.dataSource, this.locks, "fill-costs.sql");
		return step("refresh-rates", days, this::foundDays, writer, writer);
	}

	/** {@code refresh-places}: of events without a city or country. */
	Step places() {
		JdbcCursorItemReader<Coordinates> points = wanted("find-points-without-place.sql",
				(row, number) -> new Coordinates(row.getBigDecimal("lat"), row.getBigDecimal("lon")));
		EventWriter<Coordinates> writer = new EventWriter<>(this.dataSource, this.locks, "fill-places.sql");
		return step("refresh-places", points, (page) -> found(this.referenceData.places(page)), writer, writer);
	}

	/** {@code refresh-weather}: of sessions' places and hours. */
	Step weather() {
		JdbcCursorItemReader<PlaceHour> hours = wanted("find-hours-without-weather.sql",
				(row, number) -> new PlaceHour(new Coordinates(row.getBigDecimal("lat"), row.getBigDecimal("lon")),
						row.getObject("hour", OffsetDateTime.class).toInstant()));
		WeatherFence writer = new WeatherFence(this.locks);
		return step("refresh-weather", hours, (page) -> found(this.referenceData.weather(page)), writer, writer);
	}

	private List<LocalDate> foundDays(List<LocalDate> days) {
		return days.stream().filter((day) -> this.referenceData.rates(day) instanceof Answer.Found).toList();
	}

	private static <K, V> List<K> found(Map<K, Answer<V>> answers) {
		return answers.entrySet()
			.stream()
			.filter((answer) -> answer.getValue() instanceof Answer.Found)
			.map(Map.Entry::getKey)
			.toList();
	}

	private <K> JdbcCursorItemReader<K> wanted(String file, RowMapper<K> mapper, Object... arguments) {
		return new JdbcCursorItemReaderBuilder<K>().name(file)
			.dataSource(this.dataSource)
			.sql(SqlFile.read(ReferenceSteps.class, file))
			.rowMapper(mapper)
			.queryArguments(arguments)
			// PostgreSQL reads by portions within a transaction only
			.connectionAutoCommit(false)
			.fetchSize(this.settings.pageSize())
			.saveState(false)
			.build();
	}

	private <K> Step step(String name, JdbcCursorItemReader<K> wanted, ItemProcessor<List<K>, List<K>> processor,
			ItemWriter<List<K>> writer, StepExecutionListener listener) {
		return new StepBuilder(name, this.repository).<List<K>, List<K>>chunk(1)
			.transactionManager(this.transactionManager)
			.reader(new WantedReader<>(wanted, this.settings, this.clock))
			.processor(processor)
			.writer(writer)
			.listener(listener)
			.build();
	}

}
