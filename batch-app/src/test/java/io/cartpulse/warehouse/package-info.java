/**
 * Tests of package warehouse.
 */
@NullMarked
package io.cartpulse.warehouse;

import org.jspecify.annotations.NullMarked;
