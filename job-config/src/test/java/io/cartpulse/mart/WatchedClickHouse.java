package io.cartpulse.mart;

import java.util.Map;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A ClickHouse that tells somebody of each exchange of two tables, when it is done.
 */
public final class WatchedClickHouse extends ClickHouse {

	private final Consumer<String> exchanged;

	private WatchedClickHouse(ClickHouseSettings settings, MartSettings mart, Consumer<String> exchanged) {
		super(settings, mart);
		this.exchanged = exchanged;
	}

	@Override
	void execute(String sql, Map<String, Object> parameters) {
		super.execute(sql, parameters);
		if (sql.startsWith("exchange tables")) {
			this.exchanged.accept(sql);
		}
	}

	/**
	 * Puts it in the place of the other; a context that names it needs a bean
	 * {@link ExchangeWatch}.
	 */
	public static class Wiring {

		@Bean
		@Primary
		WatchedClickHouse watchedClickHouse(ClickHouseSettings settings, MartSettings mart, ExchangeWatch watch) {
			return new WatchedClickHouse(settings, mart, watch::exchanged);
		}

	}

	/**
	 * Wants to know of exchanges.
	 */
	public interface ExchangeWatch {

		void exchanged(String statement);

	}

}
