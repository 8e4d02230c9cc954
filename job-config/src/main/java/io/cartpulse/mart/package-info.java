/**
 * DDS to ClickHouse: facts carried over by pages, marts built aside, checked and swapped
 * in.
 */
@NullMarked
package io.cartpulse.mart;

import org.jspecify.annotations.NullMarked;
