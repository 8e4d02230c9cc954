package io.cartpulse.alert.bot;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param number its number, rising
 * @param chat the chat it was written in
 * @param author who wrote it, as far as is known
 * @param sentAt when
 * @param text what; nothing for pictures and the like
 */
record ChatMessage(long number, String chat, String author, Instant sentAt, @Nullable String text) {

}
