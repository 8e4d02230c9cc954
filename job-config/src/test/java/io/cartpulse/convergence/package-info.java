/**
 * The law of convergence, tried on random sets of records: however they arrive and
 * however the runs are interrupted, DDS and the marts end up the same.
 */
@NullMarked
package io.cartpulse.convergence;

import org.jspecify.annotations.NullMarked;
