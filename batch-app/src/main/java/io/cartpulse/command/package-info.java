/**
 * What a person asks for on the command line, and what is said back.
 */
@NullMarked
package io.cartpulse.command;

import org.jspecify.annotations.NullMarked;
