package io.cartpulse.reference;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;

/**
 * Reads what is wanted, newest first, by pages, until there is no more or the step has
 * taken long enough. It keeps no place for a restart: what was found is wanted no more.
 *
 * @param <K> what is wanted
 */
final class WantedReader<K> implements ItemStreamReader<List<K>> {

	private final JdbcCursorItemReader<K> wanted;

	private final ReferenceSettings settings;

	private final Clock clock;

	private Instant end = Instant.MAX;

	WantedReader(JdbcCursorItemReader<K> wanted, ReferenceSettings settings, Clock clock) {
		this.wanted = wanted;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void open(ExecutionContext context) {
		this.end = this.clock.instant().plus(this.settings.longestStep());
		this.wanted.open(context);
	}

	@Override
	public @Nullable List<K> read() throws Exception {
		List<K> page = new ArrayList<>();
		while (page.size() < this.settings.pageSize() && (!page.isEmpty() || this.clock.instant().isBefore(this.end))) {
			K next = this.wanted.read();
			if (next == null) {
				break;
			}
			page.add(next);
		}
		return page.isEmpty() ? null : page;
	}

	@Override
	public void close() {
		this.wanted.close();
	}

}
