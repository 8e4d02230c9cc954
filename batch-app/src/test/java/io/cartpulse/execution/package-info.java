/**
 * Tests of package execution.
 */
@NullMarked
package io.cartpulse.execution;

import org.jspecify.annotations.NullMarked;
