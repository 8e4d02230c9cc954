/**
 * Tests of what all stages share.
 */
@NullMarked
package io.cartpulse.batch;

import org.jspecify.annotations.NullMarked;
