package io.cartpulse.warehouse;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which days are to be built anew.
 *
 * @param from the first day, in the reporting zone
 * @param to the last day; the same as from when left out
 * @param stage what is built: mart, also when left out
 */
public record BackfillRequest(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String stage) {

}
