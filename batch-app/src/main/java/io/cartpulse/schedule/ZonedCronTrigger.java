package io.cartpulse.schedule;

import java.text.ParseException;
import java.util.Date;
import java.util.TimeZone;

import org.jspecify.annotations.Nullable;
import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.spi.MutableTrigger;

/**
 * Quartz's trigger for a cron, with the times of {@link ZonedCron}.
 */
final class ZonedCronTrigger extends CronTriggerImpl {

	private final transient ZonedCron cron;

	private ZonedCronTrigger(ZonedCron cron) {
		this.cron = cron;
		setTimeZone(TimeZone.getTimeZone(cron.zone()));
		try {
			setCronExpression(cron.quartzExpression());
		}
		catch (ParseException ex) {
			throw new IllegalStateException("cron " + cron.quartzExpression() + " was read before", ex);
		}
		// what was missed while nothing ran fires once
		setMisfireInstruction(MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
	}

	/** Makes such triggers, by Quartz's own builder. */
	static ScheduleBuilder<CronTrigger> times(ZonedCron cron) {
		return new ScheduleBuilder<>() {

			@Override
			protected MutableTrigger build() {
				return new ZonedCronTrigger(cron);
			}

		};
	}

	@Override
	protected @Nullable Date getTimeAfter(Date after) {
		return this.cron.next(after.toInstant()).map(Date::from).orElse(null);
	}

	@Override
	public ScheduleBuilder<CronTrigger> getScheduleBuilder() {
		return times(this.cron);
	}

	/** So that Quartz does not keep it as one of its own, and forgets what it is. */
	@Override
	public boolean hasAdditionalProperties() {
		return true;
	}

}
