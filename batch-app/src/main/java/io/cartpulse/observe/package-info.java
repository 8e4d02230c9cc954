/**
 * What can be seen of the application from outside: the end of runs, log lines of a run,
 * health, metrics.
 */
@NullMarked
package io.cartpulse.observe;

import org.jspecify.annotations.NullMarked;
