package io.cartpulse.dashboard.query;

import java.time.Instant;

/**
 * Which build a mart is of.
 *
 * @param mart its table
 * @param buildId the run that built it
 * @param builtAt when that was
 */
public record MartBuild(String mart, long buildId, Instant builtAt) {

}
