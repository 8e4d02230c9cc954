/**
 * The bot that answers in chats.
 */
@NullMarked
package io.cartpulse.alert.bot;

import org.jspecify.annotations.NullMarked;
