package io.cartpulse.testing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

import com.clickhouse.client.api.Client;
import io.cartpulse.mart.ClickHouseMigrations;
import io.cartpulse.mart.ClickHouseSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies in ClickHouse, seen from outside the pipeline.
 */
public final class ClickHouseTables {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private final Client client;

	ClickHouseTables(String url, String user, String password) {
		new ClickHouseMigrations(new ClickHouseSettings(URI.create(url), user, password, Duration.ofMinutes(1)))
			.migrate();
		this.client = new Client.Builder().addEndpoint(url)
			.setUsername(user)
			.setPassword(password)
			.compressServerResponse(false)
			.setMaxRetries(0)
			.build();
	}

	/**
	 * The rows of a query, each as ClickHouse writes it in JSON.
	 */
	public List<JsonNode> rows(String sql) {
		return this.client.queryAll("select formatRowNoNewline('JSONEachRow', *) as row from (" + sql + ")")
			.stream()
			.map((row) -> JSON.readTree(row.getString("row")))
			.toList();
	}

	/**
	 * The names of the marts that follow from the set of records alone. How the records
	 * came is what data_quality_daily tells.
	 */
	public List<String> marts() {
		return tables("data_mart").stream().filter((mart) -> !mart.equals("data_quality_daily")).sorted().toList();
	}

	/**
	 * Empties facts and marts, so that a test begins with nothing.
	 */
	public void empty() {
		for (String table : tables("aside")) {
			execute("drop table aside." + table + " sync");
		}
		for (String table : tables("data_mart")) {
			execute("truncate table data_mart." + table);
			execute("alter table data_mart." + table + " modify comment ''");
		}
		for (String table : tables("warehouse")) {
			execute("truncate table warehouse." + table);
		}
	}

	void close() {
		this.client.close();
	}

	private List<String> tables(String database) {
		return rows("select name from system.tables where database = '" + database
				+ "' and engine like '%MergeTree' and name not like 'flyway%'")
			.stream()
			.map((row) -> row.get("name").stringValue())
			.toList();
	}

	private void execute(String sql) {
		try {
			this.client.execute(sql).get().close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(sql, ex.getCause());
		}
		catch (Exception ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

}
