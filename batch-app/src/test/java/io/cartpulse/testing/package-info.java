/**
 * What the application's tests share: engines that start once, jobs that do as they are
 * told, a client of the API, a clock that is set by hand, what is logged.
 */
@NullMarked
package io.cartpulse.testing;

import org.jspecify.annotations.NullMarked;
