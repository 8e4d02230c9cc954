/**
 * The ways on which messages reach people.
 */
@NullMarked
package io.cartpulse.alert.channel;

import org.jspecify.annotations.NullMarked;
