/**
 * The ClickHouse process: the engine's library and the HTTP front through which clients
 * speak to it.
 */
@NullMarked
package io.cartpulse.embedded.clickhouse;

import org.jspecify.annotations.NullMarked;
