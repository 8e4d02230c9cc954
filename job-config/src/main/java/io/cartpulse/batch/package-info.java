/**
 * Words that all stages share: SQL files, layers and their locks.
 */
@NullMarked
package io.cartpulse.batch;

import org.jspecify.annotations.NullMarked;
