/**
 * Who did what, when, from where, and how it ended.
 */
@NullMarked
package io.cartpulse.audit;

import org.jspecify.annotations.NullMarked;
