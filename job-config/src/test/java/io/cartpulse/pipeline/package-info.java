/**
 * Tests of the whole way: from records in Kafka to rows of the marts.
 */
@NullMarked
package io.cartpulse.pipeline;

import org.jspecify.annotations.NullMarked;
