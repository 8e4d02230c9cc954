/**
 * The application: decides by its command line what to start.
 */
@NullMarked
package io.cartpulse;

import org.jspecify.annotations.NullMarked;
