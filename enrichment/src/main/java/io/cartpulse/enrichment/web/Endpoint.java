package io.cartpulse.enrichment.web;

import java.net.URI;
import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * How a provider is reached.
 *
 * @param provider its name
 * @param baseUrl scheme, host and the path that all its addresses begin with
 * @param keyParameter the query parameter that carries the key
 * @param key the key
 * @param connectTimeout how long a connection may take to be made
 * @param timeout how long a request may take in all
 * @param maxAnswer a larger answer is not read
 * @param connections how many are open at most
 */
public record Endpoint(String provider, URI baseUrl, String keyParameter, ApiKey key, Duration connectTimeout,
		Duration timeout, DataSize maxAnswer, int connections) {
}
