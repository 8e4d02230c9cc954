package io.cartpulse.schedule;

/**
 * When a job starts by itself.
 *
 * @param cron its times
 * @param enabled whether it starts at them
 */
record Timing(ZonedCron cron, boolean enabled) {

}
