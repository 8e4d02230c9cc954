/**
 * Reference data for what DDS has: exchange rates, places and weather, and what events
 * get of them.
 */
@NullMarked
package io.cartpulse.reference;

import org.jspecify.annotations.NullMarked;
