/**
 * Words, tables and charts for a terminal.
 */
@NullMarked
package io.cartpulse.terminal;

import org.jspecify.annotations.NullMarked;
