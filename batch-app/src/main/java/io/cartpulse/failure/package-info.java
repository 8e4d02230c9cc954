/**
 * Failures of executions, kept in full.
 */
@NullMarked
package io.cartpulse.failure;

import org.jspecify.annotations.NullMarked;
