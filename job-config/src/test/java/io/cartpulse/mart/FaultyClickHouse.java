package io.cartpulse.mart;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A ClickHouse that fails at, or slips something in behind, chosen statements. Only a
 * context that names the {@link Wiring} gets it.
 */
final class FaultyClickHouse extends ClickHouse {

	private @Nullable String failingAt;

	private int passes;

	private @Nullable String spoiledAt;

	private String spoil = "";

	private @Nullable String awaited;

	private Runnable action = () -> {
	};

	FaultyClickHouse(ClickHouseSettings settings, MartSettings mart) {
		super(settings, mart);
	}

	/** Fails at a statement or an insert that contains a text, after some that pass. */
	void failAt(String text, int passes) {
		this.failingAt = text;
		this.passes = passes;
	}

	/** Runs another statement behind one that contains a text. */
	void spoilBehind(String text, String statement) {
		this.spoiledAt = text;
		this.spoil = statement;
	}

	/** Does something before the next statement or insert that contains a text. */
	void before(String text, Runnable action) {
		this.awaited = text;
		this.action = action;
	}

	void recover() {
		this.failingAt = null;
		this.spoiledAt = null;
	}

	@Override
	void execute(String sql, Map<String, Object> parameters) {
		failIfChosen(sql);
		super.execute(sql, parameters);
		if (this.spoiledAt != null && sql.contains(this.spoiledAt)) {
			super.execute(this.spoil, Map.of());
		}
	}

	@Override
	void insert(String table, List<String> columns, byte[] rows, int length) {
		failIfChosen("insert into " + table);
		super.insert(table, columns, rows, length);
	}

	private void failIfChosen(String statement) {
		if (this.awaited != null && statement.contains(this.awaited)) {
			this.awaited = null;
			this.action.run();
		}
		if (this.failingAt != null && statement.contains(this.failingAt) && this.passes-- <= 0) {
			throw new IllegalStateException("as if ClickHouse had died");
		}
	}

	static class Wiring {

		@Bean
		@Primary
		FaultyClickHouse faultyClickHouse(ClickHouseSettings settings, MartSettings mart) {
			return new FaultyClickHouse(settings, mart);
		}

	}

}
