/**
 * Asks the marts what a card shows, as the analyst who may only read them, within limits.
 */
@NullMarked
package io.cartpulse.dashboard.query;

import org.jspecify.annotations.NullMarked;
