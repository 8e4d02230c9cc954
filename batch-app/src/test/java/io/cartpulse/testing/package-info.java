/**
 * What tests of the running API share: PostgreSQL, jobs that do as they are told, and a
 * client.
 */
@NullMarked
package io.cartpulse.testing;

import org.jspecify.annotations.NullMarked;
