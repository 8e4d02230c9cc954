/**
 * What engine tests share: engines that start once, topics of their own, a context of
 * chosen stages.
 */
@NullMarked
package io.cartpulse.testing;

import org.jspecify.annotations.NullMarked;
