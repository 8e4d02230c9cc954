package io.cartpulse.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.cartpulse.batch.SqlFile;
import io.cartpulse.enrichment.Answer;
import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.PlaceHour;
import io.cartpulse.enrichment.Rates;
import io.cartpulse.enrichment.Reach;
import io.cartpulse.enrichment.ReferenceData;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.jdbc.core.RowMapper;

/**
 * Makes the steps that ask for reference data. They hold no transaction while they ask: a
 * look-up keeps what it finds by itself.
 */
final class ReferenceSteps {

	private final JobRepository repository;

	private final DataSource dataSource;

	private final ReferenceSettings settings;

	private final ReferenceData referenceData;

	private final Clock clock;

	ReferenceSteps(JobRepository repository, DataSource dataSource, ReferenceSettings settings,
			ReferenceData referenceData, Clock clock) {
		this.repository = repository;
		this.dataSource = dataSource;
		this.settings = settings;
		this.referenceData = referenceData;
		this.clock = clock;
	}

	/** {@code look-up-rates}: of days with orders, and of events without a cost. */
	Step rates(List<String> currencies) {
		return step("look-up-rates", "find-days-without-rate.sql",
				(row, number) -> row.getObject("day", LocalDate.class), this.referenceData.reachOfRates(),
				this::ratesOf, String.join(",", currencies));
	}

	/** {@code look-up-places}: of events without a city or country. */
	Step places() {
		return step("look-up-places", "find-points-without-place.sql",
				(row, number) -> new Coordinates(row.getBigDecimal("lat"), row.getBigDecimal("lon")),
				this.referenceData.reachOfPlaces(), this.referenceData::places);
	}

	/** {@code look-up-weather}: of sessions' places and hours. */
	Step weather() {
		return step("look-up-weather", "find-hours-without-weather.sql",
				(row, number) -> new PlaceHour(new Coordinates(row.getBigDecimal("lat"), row.getBigDecimal("lon")),
						row.getObject("hour", OffsetDateTime.class).toInstant()),
				this.referenceData.reachOfWeather(), this.referenceData::weather);
	}

	private Map<LocalDate, Answer<Rates>> ratesOf(Collection<LocalDate> days) {
		Map<LocalDate, Answer<Rates>> rates = new LinkedHashMap<>();
		days.forEach((day) -> rates.put(day, this.referenceData.rates(day)));
		return rates;
	}

	private <K, V> Step step(String name, String file, RowMapper<K> mapper, Reach<K> reach,
			Function<Collection<K>, Map<K, Answer<V>>> lookUp, Object... parameters) {
		Duration longest = this.settings.longestStep();
		Object[] all = Stream.concat(Stream.of(parameters), Stream.of(String.join(",", reach.replaced()))).toArray();
		LookUpWriter<K, V> writer = new LookUpWriter<>(lookUp, longest, this.clock,
				(moment) -> TimeUnit.NANOSECONDS.sleep(Duration.between(this.clock.instant(), moment).toNanos()));
		return new StepBuilder(name, this.repository).<K, K>chunk(this.settings.pageSize())
			.transactionManager(new ResourcelessTransactionManager())
			.reader(new WantedReader<>(wanted(file, mapper, all), reach, longest, this.clock))
			.writer(writer)
			.listener(writer)
			// a restart asks for what is wanted by then
			.allowStartIfComplete(true)
			.build();
	}

	private <K> JdbcCursorItemReader<K> wanted(String file, RowMapper<K> mapper, Object[] parameters) {
		return new JdbcCursorItemReaderBuilder<K>().name(file)
			.dataSource(this.dataSource)
			.sql(SqlFile.read(ReferenceSteps.class, file))
			.rowMapper(mapper)
			.queryArguments(parameters)
			// PostgreSQL reads by portions within a transaction only
			.connectionAutoCommit(false)
			.fetchSize(this.settings.pageSize())
			.saveState(false)
			.build();
	}

}
