/**
 * What the application's tests share: engines that start once, a clock that is set by
 * hand, what is logged.
 */
@NullMarked
package io.cartpulse.testing;

import org.jspecify.annotations.NullMarked;
