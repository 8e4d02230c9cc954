/**
 * Tests of the way from RAW to DDS, on rows that a small vocabulary writes.
 */
@NullMarked
package io.cartpulse.dds;

import org.jspecify.annotations.NullMarked;
