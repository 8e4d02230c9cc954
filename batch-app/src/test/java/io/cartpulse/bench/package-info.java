/**
 * Measures the Admin API with a million executions stored. It is no test: run it by name,
 * {@code ./mvnw -pl batch-app -am verify -Dtest=None -Dit.test=MillionExecutionsBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@NullMarked
package io.cartpulse.bench;

import org.jspecify.annotations.NullMarked;
