/**
 * Simulated traffic, minute by minute, where it is switched on.
 */
@NullMarked
package io.cartpulse.simulation;

import org.jspecify.annotations.NullMarked;
