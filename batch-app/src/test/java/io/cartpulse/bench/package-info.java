/**
 * Measures the Admin API with a million executions stored, the pipeline with a million
 * messages, and the dashboards' pages. These are no tests: run one by name,
 * {@code ./mvnw -pl batch-app -am verify -Dtest=None -Dit.test=MillionExecutionsBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@NullMarked
package io.cartpulse.bench;

import org.jspecify.annotations.NullMarked;
