/**
 * The console: pages for people, over the same services as the API.
 */
@NullMarked
package io.cartpulse.console;

import org.jspecify.annotations.NullMarked;
