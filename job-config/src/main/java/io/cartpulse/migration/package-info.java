/**
 * The tables of both databases, brought up to date: at the application's start and as
 * jobs.
 */
@NullMarked
package io.cartpulse.migration;

import org.jspecify.annotations.NullMarked;
