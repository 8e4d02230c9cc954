/**
 * Tests of package problem.
 */
@NullMarked
package io.cartpulse.problem;

import org.jspecify.annotations.NullMarked;
