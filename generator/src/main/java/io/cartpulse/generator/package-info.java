/**
 * Makes events and publishes them: simulated traffic of a shop, and files replayed.
 */
@NullMarked
package io.cartpulse.generator;

import org.jspecify.annotations.NullMarked;
