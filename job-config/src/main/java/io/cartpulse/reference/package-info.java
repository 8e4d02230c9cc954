/**
 * Reference data for what DDS has: exchange rates, places and weather are asked for.
 */
@NullMarked
package io.cartpulse.reference;

import org.jspecify.annotations.NullMarked;
