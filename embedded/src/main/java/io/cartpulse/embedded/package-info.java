/**
 * PostgreSQL, Kafka and ClickHouse started by the application itself where no server is
 * configured.
 */
@NullMarked
package io.cartpulse.embedded;

import org.jspecify.annotations.NullMarked;
