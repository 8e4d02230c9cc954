/**
 * Lists by keyset: pages, cursors, and queries whose conditions are asked for or not.
 */
@NullMarked
package io.cartpulse.paging;

import org.jspecify.annotations.NullMarked;
