package io.cartpulse.enrichment.book;

import java.time.Instant;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * The list of values that were wanted and are not there yet.
 */
public interface PendingBook {

	/**
	 * Notes that values are wanted, those that are not noted yet.
	 * @param subject what they are about
	 * @param keys which ones
	 */
	void want(String subject, Collection<String> keys, Instant now);

	/**
	 * Notes that asking for this very value failed.
	 * @param category how
	 * @return when it is worth another request, the later the more often it failed
	 */
	Instant failed(String subject, String key, String category, Instant now);

	/**
	 * When a value is worth another request.
	 * @return null: at once
	 */
	@Nullable Instant waitsUntil(String subject, String key, Instant now);

	/**
	 * Strikes values off the list: they are there.
	 */
	void done(String subject, Collection<String> keys);

	/**
	 * How many values are on the list.
	 */
	long count(String subject);

}
