/**
 * What the stages hold and what waits before them: pipeline, ledger, quarantine, dead
 * letters.
 */
@NullMarked
package io.cartpulse.warehouse;

import org.jspecify.annotations.NullMarked;
