/**
 * The wire contract of the topic: what the records are, how they are written, and how
 * they are read.
 */
@NullMarked
package io.cartpulse.source;

import org.jspecify.annotations.NullMarked;
