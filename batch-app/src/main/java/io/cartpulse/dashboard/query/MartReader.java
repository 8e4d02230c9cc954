package io.cartpulse.dashboard.query;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the marts as the analyst: rows, time and memory are limited, and parameters are
 * bound by ClickHouse.
 */
class MartReader implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(MartReader.class);

	private static final Duration CONNECT = Duration.ofSeconds(3);

	/** On top of a query's own time, for the way. */
	private static final Duration MARGIN = Duration.ofSeconds(5);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private final URI url;

	private final AnalystSettings analyst;

	private final Duration patience;

	private final Client client;

	MartReader(URI url, AnalystSettings analyst, QueryLimits limits) {
		this.url = url;
		this.analyst = analyst;
		this.patience = limits.timeout().plus(MARGIN);
		this.client = new Client.Builder().addEndpoint(url.toString())
			.setUsername(analyst.user())
			.setPassword(analyst.password())
			.setClientName("cartpulse dashboards")
			.compressServerResponse(false)
			.setConnectTimeout(CONNECT.toMillis())
			.setSocketTimeout(this.patience.toMillis())
			.setMaxConnections(limits.atOnce())
			// shorter than any server's own, so that no query meets a closed connection
			.setKeepAliveTimeout(3, ChronoUnit.SECONDS)
			.setMaxRetries(0)
			.serverSetting("max_execution_time", Long.toString(limits.timeout().toSeconds()))
			.serverSetting("max_memory_usage", Long.toString(limits.memory().toBytes()))
			// one more than is shown tells that there are more
			.serverSetting("max_result_rows", Integer.toString(limits.maxRows() + 1))
			.serverSetting("result_overflow_mode", "break")
			.serverSetting("output_format_json_quote_64bit_integers", "0")
			.build();
	}

	/**
	 * Asks.
	 * @param sql a query
	 * @param parameters what its parameters stand for
	 * @throws ProblemException when there is no answer
	 */
	MartRows ask(String sql, Map<String, Object> parameters) {
		// an error in the middle of the rows is told before the first one
		QuerySettings settings = new QuerySettings().setFormat(ClickHouseFormat.JSONCompact).waitEndOfQuery(true);
		// the response's only resource is its stream
		try (InputStream json = this.client.query(sql, parameters, settings)
			.get(this.patience.toMillis(), TimeUnit.MILLISECONDS)
			.getInputStream()) {
			return rows(JSON.readTree(json));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProblemException(ProblemCode.STOPPING, "Try again in a few seconds.");
		}
		catch (TimeoutException ex) {
			throw new ProblemException(ProblemCode.QUERY_TOO_SLOW, "Choose fewer days.");
		}
		catch (JacksonException ex) {
			logger.warn("ClickHouse broke its answer off", ex);
			throw new ProblemException(ProblemCode.QUERY_FAILED, "ClickHouse broke its answer off. Try again.");
		}
		catch (ExecutionException ex) {
			throw problemOf(ex.getCause());
		}
		catch (Exception ex) {
			throw problemOf(ex);
		}
	}

	private ProblemException problemOf(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ServerException refusal) {
				return problemOf(refusal);
			}
		}
		logger.warn("ClickHouse does not answer", failure);
		return new ProblemException(ProblemCode.CLICKHOUSE_DOWN, "ClickHouse on " + this.url + " did not answer.");
	}

	private ProblemException problemOf(ServerException refusal) {
		int code = refusal.getCode();
		logger.warn("ClickHouse refused a query of {}", this.analyst.user(), refusal);
		return switch (code) {
			// TIMEOUT_EXCEEDED
			case 159 -> new ProblemException(ProblemCode.QUERY_TOO_SLOW, "Choose fewer days.");
			// MEMORY_LIMIT_EXCEEDED
			case 241 -> new ProblemException(ProblemCode.QUERY_TOO_LARGE, "Choose fewer days.");
			// UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, AUTHENTICATION_FAILED
			case 192, 193, 194, 516 -> new ProblemException(ProblemCode.ANALYST_UNKNOWN, "ClickHouse does not know "
					+ this.analyst.user() + ". Set cartpulse.analyst.user and cartpulse.analyst.password.");
			default -> new ProblemException(ProblemCode.QUERY_FAILED,
					"ClickHouse refused it with error " + code + ". The log says more.");
		};
	}

	private static MartRows rows(JsonNode answer) {
		List<String> names = new ArrayList<>();
		List<String> types = new ArrayList<>();
		for (JsonNode column : answer.get("meta")) {
			names.add(column.get("name").asString());
			types.add(column.get("type").asString());
		}
		List<List<@Nullable Object>> rows = new ArrayList<>();
		for (JsonNode row : answer.get("data")) {
			List<@Nullable Object> values = new ArrayList<>(row.size());
			row.forEach((value) -> values.add(value(value)));
			rows.add(values);
		}
		return new MartRows(names, types, rows);
	}

	private static @Nullable Object value(JsonNode value) {
		if (value.isNull()) {
			return null;
		}
		return value.isNumber() ? value.numberValue() : value.asString();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
