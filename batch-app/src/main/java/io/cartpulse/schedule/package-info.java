/**
 * When jobs start by themselves.
 */
@NullMarked
package io.cartpulse.schedule;

import org.jspecify.annotations.NullMarked;
