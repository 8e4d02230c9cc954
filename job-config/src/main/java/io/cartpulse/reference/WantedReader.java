package io.cartpulse.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.cartpulse.enrichment.Reach;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;

/**
 * Reads what is wanted and can be told, newest first, until there is no more or the step
 * has taken long enough. It keeps no place for a restart: what was found is wanted no
 * more.
 *
 * @param <K> what is wanted
 */
final class WantedReader<K> implements ItemStreamReader<K> {

	private final JdbcCursorItemReader<K> wanted;

	private final Reach<K> reach;

	private final Duration longest;

	private final Clock clock;

	private Instant end = Instant.MAX;

	WantedReader(JdbcCursorItemReader<K> wanted, Reach<K> reach, Duration longest, Clock clock) {
		this.wanted = wanted;
		this.reach = reach;
		this.longest = longest;
		this.clock = clock;
	}

	@Override
	public void open(ExecutionContext context) {
		this.end = this.clock.instant().plus(this.longest);
		this.wanted.open(context);
	}

	@Override
	public @Nullable K read() throws Exception {
		while (this.clock.instant().isBefore(this.end)) {
			K next = this.wanted.read();
			if (next == null || this.reach.covers(next)) {
				return next;
			}
		}
		return null;
	}

	@Override
	public void close() {
		this.wanted.close();
	}

}
