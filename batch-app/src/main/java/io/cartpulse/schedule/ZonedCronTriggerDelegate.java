package io.cartpulse.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.CronTriggerPersistenceDelegate;
import org.quartz.spi.OperableTrigger;

/**
 * Keeps {@link ZonedCronTrigger} where Quartz keeps the triggers of its own kind for a
 * cron. Quartz makes it, by its name.
 */
public final class ZonedCronTriggerDelegate extends CronTriggerPersistenceDelegate {

	@Override
	public String getHandledTriggerTypeDiscriminator() {
		return "CRON_TZ";
	}

	@Override
	public boolean canHandleTriggerType(OperableTrigger trigger) {
		return trigger instanceof ZonedCronTrigger;
	}

	@Override
	public TriggerPropertyBundle loadExtendedTriggerPropertiesFromResultSet(ResultSet row, TriggerKey key)
			throws SQLException {
		ZonedCron cron = ZonedCron.parse(row.getString(COL_CRON_EXPRESSION),
				ZoneId.of(row.getString(COL_TIME_ZONE_ID)));
		return new TriggerPropertyBundle(ZonedCronTrigger.times(cron), null, null);
	}

}
