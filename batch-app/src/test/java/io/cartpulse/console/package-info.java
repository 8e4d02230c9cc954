/**
 * Tests of the console.
 */
@NullMarked
package io.cartpulse.console;

import org.jspecify.annotations.NullMarked;
