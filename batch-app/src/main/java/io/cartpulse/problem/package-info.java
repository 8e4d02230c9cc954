/**
 * What can go wrong with a request, in the codes that API, console, alerts and log share.
 */
@NullMarked
package io.cartpulse.problem;

import org.jspecify.annotations.NullMarked;
