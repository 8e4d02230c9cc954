/**
 * Tests of the production-like stack, as far as they go without containers: what
 * docker-compose.yml says is held against the application and against itself.
 */
@NullMarked
package io.cartpulse.compose;

import org.jspecify.annotations.NullMarked;
