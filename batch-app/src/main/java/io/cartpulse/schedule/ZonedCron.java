package io.cartpulse.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

import com.cronutils.mapper.CronMapper;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * Times of the clock on the wall, in a zone that may move that clock.
 *
 * <p>
 * Quartz's own arithmetic leaves out an hour when clocks are set back and a whole day's
 * run when the time falls into the hour that is skipped. Here, a cron that names hours
 * fires once for each: what is skipped fires at the end of the gap, what comes twice
 * fires the first time. A cron of every hour fires whenever the clock shows its time, so
 * an interval stays an interval.
 */
final class ZonedCron {

	private static final String EVERY = "*";

	private static final int HOURS = 2;

	private static final String PARSER_PREFIX = "Failed to parse cron expression. ";

	private static final int UNIX_FIELDS = 5;

	private static final CronParser UNIX = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

	private static final CronParser QUARTZ = new CronParser(
			CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

	private final String expression;

	private final ZoneId zone;

	private final Cron cron;

	/** Reckons in UTC, which knows no transitions: its times stand for local ones. */
	private final CronExpression localTimes;

	private final boolean everyHour;

	private ZonedCron(String expression, ZoneId zone, Cron cron, CronExpression localTimes) {
		this.expression = expression;
		this.zone = zone;
		this.cron = cron;
		this.localTimes = localTimes;
		this.everyHour = cron.asString().split(" ")[HOURS].equals(EVERY);
	}

	/**
	 * Reads a cron: five fields as Unix writes them, or six or seven as Quartz does.
	 * @param expression the fields
	 * @param zone the zone of its times
	 * @return the cron
	 * @throws BadScheduleException when it cannot be read
	 */
	static ZonedCron parse(String expression, ZoneId zone) {
		String written = expression.strip().replaceAll("\\s+", " ");
		int fields = written.isEmpty() ? 0 : written.split(" ").length;
		if (fields < UNIX_FIELDS || fields > UNIX_FIELDS + 2) {
			throw new BadScheduleException(
					"cron \"" + written + "\" has " + fields + ((fields == 1) ? " field" : " fields")
							+ "; write 5 (minute hour day month weekday), or 6 with the second before them, one of"
							+ " day and weekday being ?");
		}
		try {
			Cron cron = (fields == UNIX_FIELDS) ? CronMapper.fromUnixToQuartz().map(UNIX.parse(written))
					: QUARTZ.parse(written);
			CronExpression localTimes = new CronExpression(cron.asString());
			localTimes.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
			return new ZonedCron(written, zone, cron, localTimes);
		}
		catch (IllegalArgumentException | ParseException ex) {
			String reason = String.valueOf(ex.getMessage()).replace(PARSER_PREFIX, "").replaceAll("\\.+$", "");
			throw new BadScheduleException("cron \"" + written + "\" cannot be read: " + reason);
		}
	}

	/** The fields as they were written. */
	String expression() {
		return this.expression;
	}

	/** The fields as Quartz writes them. */
	String quartzExpression() {
		return this.cron.asString();
	}

	ZoneId zone() {
		return this.zone;
	}

	/** The times in words. */
	String words() {
		return CronWords.of(this.cron);
	}

	/**
	 * The next times.
	 * @param after the moment before them
	 * @param count how many at most
	 */
	List<Instant> next(Instant after, int count) {
		List<Instant> times = new ArrayList<>();
		Optional<Instant> time = next(after);
		while (time.isPresent() && times.size() < count) {
			times.add(time.get());
			time = next(time.get());
		}
		return times;
	}

	/**
	 * The next time after a moment, if there is one.
	 */
	Optional<Instant> next(Instant after) {
		ZoneRules rules = this.zone.getRules();
		Instant segment = after;
		ZoneOffset offset = rules.getOffset(after);
		LocalDateTime local = nextLocal(LocalDateTime.ofInstant(after, offset));
		while (local != null) {
			ZoneOffsetTransition transition = rules.nextTransition(segment);
			if (transition == null || local.toInstant(offset).isBefore(transition.getInstant())) {
				if (this.everyHour || !isSecondTime(rules, local, offset)) {
					return Optional.of(local.toInstant(offset));
				}
				local = nextLocal(local);
			}
			else if (!this.everyHour && local.isBefore(transition.getDateTimeAfter())) {
				return Optional.of(transition.getInstant());
			}
			else {
				segment = transition.getInstant();
				offset = transition.getOffsetAfter();
				local = nextLocal(transition.getDateTimeAfter().minusSeconds(1));
			}
		}
		return Optional.empty();
	}

	private static boolean isSecondTime(ZoneRules rules, LocalDateTime local, ZoneOffset offset) {
		ZoneOffsetTransition transition = rules.getTransition(local);
		return transition != null && transition.isOverlap() && transition.getOffsetAfter().equals(offset);
	}

	private @Nullable LocalDateTime nextLocal(LocalDateTime after) {
		Date next = this.localTimes.getTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC)));
		return (next != null) ? LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC) : null;
	}

}
