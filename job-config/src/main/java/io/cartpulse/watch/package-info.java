/**
 * Looking at something again and again while the application is up.
 */
@NullMarked
package io.cartpulse.watch;

import org.jspecify.annotations.NullMarked;
