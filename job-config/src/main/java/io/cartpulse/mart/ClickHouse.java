package io.cartpulse.mart;

import java.io.ByteArrayInputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.command.CommandSettings;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;

/**
 * The stage's connection to ClickHouse: statements with typed parameters, and bulk
 * inserts.
 */
class ClickHouse implements AutoCloseable {

	private final Client client;

	ClickHouse(ClickHouseSettings settings, MartSettings mart) {
		long memory = mart.queryMemory().toBytes();
		String spillAt = Long.toString(memory / 4);
		this.client = new Client.Builder().addEndpoint(settings.url().toString())
			.setUsername(settings.user())
			.setPassword(settings.password())
			.setClientName("cartpulse")
			.compressServerResponse(false)
			.compressClientRequest(false)
			.setSocketTimeout(settings.timeout().toMillis())
			.setExecutionTimeout(settings.timeout().toMillis(), ChronoUnit.MILLIS)
			// shorter than any server's own, so that no statement meets a closed
			// connection
			.setKeepAliveTimeout(3, ChronoUnit.SECONDS)
			// a repeated "insert select" would double a mart; the step is what can be
			// repeated
			.setMaxRetries(0)
			// with async inserts an error might come up only after the insert was
			// confirmed
			.serverSetting("async_insert", "0")
			.serverSetting("join_use_nulls", "1")
			.serverSetting("max_memory_usage", Long.toString(memory))
			.serverSetting("max_bytes_before_external_group_by", spillAt)
			.serverSetting("max_bytes_before_external_sort", spillAt)
			// both go on on disk; asof joins are the second one's
			.serverSetting("join_algorithm", "grace_hash,full_sorting_merge")
			.serverSetting("max_bytes_in_join", spillAt)
			.build();
	}

	/** Runs a statement that returns nothing. */
	void execute(String sql, Map<String, Object> parameters) {
		finish(this.client.execute(sql, parameters, new CommandSettings()));
	}

	final void execute(String sql) {
		execute(sql, Map.of());
	}

	/** Runs a query whose result is small. */
	List<GenericRecord> query(String sql, Map<String, Object> parameters) {
		return this.client.queryAll(sql, parameters, new QuerySettings());
	}

	/** Inserts rows that are encoded as RowBinary, all of them or none. */
	void insert(String table, List<String> columns, byte[] rows, int length) {
		finish(this.client.insert(table, columns, new ByteArrayInputStream(rows, 0, length), ClickHouseFormat.RowBinary,
				new InsertSettings()));
	}

	@Override
	public void close() {
		this.client.close();
	}

	private static void finish(CompletableFuture<? extends AutoCloseable> answer) {
		try {
			answer.get().close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while ClickHouse was working", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("ClickHouse: " + ex.getCause().getMessage(), ex.getCause());
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("ClickHouse: " + ex.getMessage(), ex);
		}
	}

}
