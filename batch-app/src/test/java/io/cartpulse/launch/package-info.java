/**
 * Tests of package launch that need the whole program.
 */
@NullMarked
package io.cartpulse.launch;

import org.jspecify.annotations.NullMarked;
