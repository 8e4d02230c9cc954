/**
 * What a run did and what the store earned, for a terminal.
 */
@NullMarked
package io.cartpulse.report;

import org.jspecify.annotations.NullMarked;
