/**
 * The stages one after the other.
 */
@NullMarked
package io.cartpulse.pipeline;

import org.jspecify.annotations.NullMarked;
