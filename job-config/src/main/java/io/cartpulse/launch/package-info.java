/**
 * Starting, stopping and taking up jobs again.
 */
@NullMarked
package io.cartpulse.launch;

import org.jspecify.annotations.NullMarked;
