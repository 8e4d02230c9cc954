/**
 * Kafka to RAW: every record of the event topic, once, in the tables of schema raw.
 */
@NullMarked
package io.cartpulse.raw;

import org.jspecify.annotations.NullMarked;
