package io.cartpulse.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link ZonedCron}. Berlin's clocks go from 02:00 to 03:00 on 2026-03-29 and
 * from 03:00 back to 02:00 on 2026-10-25; those of Lord Howe move by half an hour.
 */
class ZonedCronTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# ordinary days
					0 30 2 * * ?    | Europe/Berlin | 2026-01-31T12:00+01:00 | 2026-02-01T02:30+01:00, 2026-02-02T02:30+01:00
					30 2 * * *      | Europe/Berlin | 2026-01-31T12:00+01:00 | 2026-02-01T02:30+01:00, 2026-02-02T02:30+01:00
					0 0/20 * * * ?  | UTC           | 2026-01-31T12:00Z      | 2026-01-31T12:20Z, 2026-01-31T12:40Z, 2026-01-31T13:00Z
					0 0 6 ? * MON   | America/New_York | 2026-06-02T00:00-04:00 | 2026-06-08T06:00-04:00, 2026-06-15T06:00-04:00
					0 6 * * 1       | America/New_York | 2026-06-02T00:00-04:00 | 2026-06-08T06:00-04:00, 2026-06-15T06:00-04:00
					0 0 0 29 2 ?    | UTC           | 2026-01-01T00:00Z      | 2028-02-29T00:00Z, 2032-02-29T00:00Z
					0 0 12 L * ?    | UTC           | 2026-02-01T00:00Z      | 2026-02-28T12:00Z, 2026-03-31T12:00Z
					# clocks go forward: an hour that does not exist fires at its end, once
					0 30 2 * * ?    | Europe/Berlin | 2026-03-28T12:00+01:00 | 2026-03-29T03:00+02:00, 2026-03-30T02:30+02:00
					0 0,30 2 * * ?  | Europe/Berlin | 2026-03-29T01:00+01:00 | 2026-03-29T03:00+02:00, 2026-03-30T02:00+02:00
					0 0 2,3 * * ?   | Europe/Berlin | 2026-03-29T01:00+01:00 | 2026-03-29T03:00+02:00, 2026-03-30T02:00+02:00
					0 0 3 * * ?     | Europe/Berlin | 2026-03-28T12:00+01:00 | 2026-03-29T03:00+02:00, 2026-03-30T03:00+02:00
					0 15 0/2 * * ?  | Europe/Berlin | 2026-03-29T00:20+01:00 | 2026-03-29T03:00+02:00, 2026-03-29T04:15+02:00
					# and an interval stays one
					0 0/30 * * * ?  | Europe/Berlin | 2026-03-29T01:20+01:00 | 2026-03-29T01:30+01:00, 2026-03-29T03:00+02:00, 2026-03-29T03:30+02:00
					0 15 * * * ?    | Europe/Berlin | 2026-03-29T01:10+01:00 | 2026-03-29T01:15+01:00, 2026-03-29T03:15+02:00, 2026-03-29T04:15+02:00
					# clocks go back: an hour that comes twice fires the first time
					0 30 2 * * ?    | Europe/Berlin | 2026-10-24T12:00+02:00 | 2026-10-25T02:30+02:00, 2026-10-26T02:30+01:00
					0 30 2 * * ?    | Europe/Berlin | 2026-10-25T02:10+01:00 | 2026-10-26T02:30+01:00
					0 0 3 * * ?     | Europe/Berlin | 2026-10-24T12:00+02:00 | 2026-10-25T03:00+01:00, 2026-10-26T03:00+01:00
					# and an interval stays one
					0 0/30 * * * ?  | Europe/Berlin | 2026-10-25T02:20+02:00 | 2026-10-25T02:30+02:00, 2026-10-25T02:00+01:00, 2026-10-25T02:30+01:00, 2026-10-25T03:00+01:00
					0 * * * *       | Europe/Berlin | 2026-10-25T01:20+02:00 | 2026-10-25T02:00+02:00, 2026-10-25T02:00+01:00, 2026-10-25T03:00+01:00
					# half an hour is moved
					0 15 2 * * ?    | Australia/Lord_Howe | 2026-10-03T12:00+10:30 | 2026-10-04T02:30+11:00, 2026-10-05T02:15+11:00
					0 45 1 * * ?    | Australia/Lord_Howe | 2026-04-04T12:00+11:00 | 2026-04-05T01:45+11:00, 2026-04-06T01:45+10:30
					# a day that the date line took away
					0 0 12 * * ?    | Pacific/Apia  | 2011-12-29T00:00-10:00 | 2011-12-29T12:00-10:00, 2011-12-31T00:00+14:00, 2011-12-31T12:00+14:00
					""")
	void firesAtTheseTimes(String cron, String zone, OffsetDateTime after, String times) {
		List<OffsetDateTime> expected = Stream.of(times.split(", ")).map(OffsetDateTime::parse).toList();
		ZoneId zoneId = ZoneId.of(zone);
		assertThat(ZonedCron.parse(cron, zoneId).next(after.toInstant(), expected.size()))
			.extracting((time) -> time.atZone(zoneId).toOffsetDateTime())
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-03-28", "2026-10-24" })
	void everyMinuteIsEveryMinuteWhateverTheClocksDo(LocalDate day) {
		ZonedCron cron = ZonedCron.parse("* * * * *", ZoneId.of("Europe/Berlin"));
		Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
		int minutes = 2 * 24 * 60;
		List<Instant> times = cron.next(start, minutes);
		assertThat(times).hasSize(minutes).doesNotHaveDuplicates().isSorted();
		assertThat(times.get(minutes - 1)).isEqualTo(start.plus(Duration.ofMinutes(minutes)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-03-28", "2026-10-24" })
	void aDailyTimeComesOnceOnEachDay(LocalDate first) {
		ZoneId zone = ZoneId.of("Europe/Berlin");
		Instant start = first.atStartOfDay(zone).toInstant().minusSeconds(1);
		for (int quarter = 0; quarter < 24 * 4; quarter++) {
			ZonedCron cron = ZonedCron.parse("%d %d * * *".formatted(quarter % 4 * 15, quarter / 4), zone);
			assertThat(cron.next(start, 3)).as(cron.expression())
				.extracting((time) -> time.atZone(zone).toLocalDate())
				.containsExactly(first, first.plusDays(1), first.plusDays(2));
		}
	}

	@Test
	void endsWhereNothingIsLeft() {
		assertThat(ZonedCron.parse("0 0 0 1 1 ? 2020", ZoneOffset.UTC)
			.next(LocalDateTime.of(2026, 1, 1, 0, 0).toInstant(ZoneOffset.UTC))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# intervals
			* * * * * ?           | every second
			*/10 * * * * ?        | every 10 seconds
			0 * * * * ?           | every minute
			* * * * *             | every minute
			0 0/30 * * * ?        | every 30 minutes
			0 */30 * * * ?        | every 30 minutes
			*/30 * * * *          | every 30 minutes
			0 0 * * * ?           | every hour
			0 40 * * * ?          | every hour, at 40 minutes past
			0 0,30 * * * ?        | every hour, at 0 and 30 minutes past
			0 15 0/2 * * ?        | every 2 hours, at 15 minutes past
			0 0 */6 * * ?         | every 6 hours
			0 0/30 * ? * MON-FRI  | every 30 minutes, Monday to Friday
			# times of the day
			0 30 2 * * ?          | every day at 02:30
			30 2 * * *            | every day at 02:30
			0 0 6,18 * * ?        | every day at 06:00 and 18:00
			0 0 6 ? * MON-FRI     | Monday to Friday at 06:00
			0 6 * * 1-5           | Monday to Friday at 06:00
			0 0 6 ? * SUN         | every Sunday at 06:00
			0 6 * * 0             | every Sunday at 06:00
			0 0 6 ? * MON,WED,FRI | every Monday, Wednesday and Friday at 06:00
			# days of the month
			0 0 0 1 * ?           | on the 1st of every month at 00:00
			0 3 1,15 * *          | on the 1st and 15th of every month at 03:00
			0 0 12 L * ?          | on the last day of every month at 12:00
			0 0 12 ? * 6#3        | on the third Friday of every month at 12:00
			0 0 0 29 2 ?          | on the 29th of February at 00:00
			0 0 6 ? 6-8 MON-FRI   | Monday to Friday in June, July and August at 06:00
			# what only looks like an interval
			0 0/7 * * * ?         | every hour, at 0, 7, 14, 21, 28, 35, 42, 49 and 56 minutes past
			0 0 0/5 * * ?         | every day at 00:00, 05:00, 10:00, 15:00 and 20:00
			0 9-17/2 * * *        | every day at 09:00, 11:00, 13:00, 15:00 and 17:00
			# the rest is cron-utils' own
			0 0/20 9-17 * * ?     | every 20 minutes every hour between 9 and 17
			""")
	void saysItInWords(String cron, String words) {
		assertThat(ZonedCron.parse(cron, ZoneOffset.UTC).words()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                | has 0 fields; write 5
			0 0 3             | has 3 fields; write 5
			1 2 3 4 5 6 7 8   | has 8 fields; write 5
			hourly            | has 1 field; write 5
			61 * * * *        | 61
			0 0 25 * * ?      | 25
			0 0 1 * * *       | cannot be read
			0 0 1 1 * MON     | cannot be read
			0 0 1 ? * FUNDAY  | cannot be read
			0 0 1 1 * 1       | cannot be read
			""")
	void refusesWhatIsNoCronAndSaysWhy(String cron, String reason) {
		assertThatExceptionOfType(BadScheduleException.class).isThrownBy(() -> ZonedCron.parse(cron, ZoneOffset.UTC))
			.withMessageStartingWith("cron \"" + cron + "\"")
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("Exception"));
	}

}
