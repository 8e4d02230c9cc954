/**
 * What the marts hold, and what becomes of them when a run fails.
 */
@NullMarked
package io.cartpulse.mart;

import org.jspecify.annotations.NullMarked;
