/**
 * Tests of package paging.
 */
@NullMarked
package io.cartpulse.paging;

import org.jspecify.annotations.NullMarked;
