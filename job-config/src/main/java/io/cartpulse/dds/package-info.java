/**
 * RAW rows to DDS: the stage that reads, validates and normalises what was received.
 */
@NullMarked
package io.cartpulse.dds;

import org.jspecify.annotations.NullMarked;
