/**
 * Tests of launches, and of what becomes of runs when the store fails.
 */
@NullMarked
package io.cartpulse.launch;

import org.jspecify.annotations.NullMarked;
