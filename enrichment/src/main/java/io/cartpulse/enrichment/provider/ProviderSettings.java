package io.cartpulse.enrichment.provider;

import java.net.URI;
import java.time.Duration;

import io.cartpulse.enrichment.book.BudgetLimits;
import io.cartpulse.enrichment.web.ApiKey;
import io.cartpulse.enrichment.web.Endpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * What the settings of all providers have in common.
 */
public interface ProviderSettings {

	/** No answer of these providers comes near it. */
	DataSize MAX_ANSWER = DataSize.ofKilobytes(256);

	/** Scheme, host and the path that all addresses begin with. */
	URI baseUrl();

	/** How long a connection may take to be made. */
	Duration connectTimeout();

	/** How long a request may take in all. */
	Duration timeout();

	/** How many requests are under way at most. */
	int concurrency();

	/** Requests a minute. */
	int budgetPerMinute();

	/** Requests a day. */
	@Nullable Integer budgetPerDay();

	/** Requests a month. */
	int budgetPerMonth();

	/** The budgets together. */
	default BudgetLimits limits() {
		return new BudgetLimits(budgetPerMinute(), budgetPerDay(), budgetPerMonth());
	}

	/**
	 * Where the provider is reached.
	 * @param provider its name
	 * @param keyParameter the query parameter that carries the key
	 */
	default Endpoint endpoint(String provider, String keyParameter, ApiKey key) {
		return new Endpoint(provider, baseUrl(), keyParameter, key, connectTimeout(), timeout(), MAX_ANSWER,
				concurrency());
	}

	/**
	 * Refuses what is no base URL.
	 * @param property the property it came from
	 */
	static void requireBaseUrl(String property, URI url) {
		boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
		if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null
				|| url.getRawUserInfo() != null) {
			throw new IllegalArgumentException(
					property + " must be http(s)://host[:port][/path], without user, query and fragment");
		}
	}

}
