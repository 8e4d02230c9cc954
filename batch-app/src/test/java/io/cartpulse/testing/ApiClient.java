package io.cartpulse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the API as somebody.
 */
public final class ApiClient {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI address;

	private final @Nullable String authorization;

	ApiClient(URI address, @Nullable String authorization) {
		this.address = address;
		this.authorization = authorization;
	}

	/** A caller with a user's name and password. */
	public static ApiClient basic(URI address, String user, String password) {
		byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
		return new ApiClient(address, "Basic " + Base64.getEncoder().encodeToString(pair));
	}

	/** The same caller with another user and password. */
	public ApiClient withPassword(String user, String password) {
		return basic(this.address, user, password);
	}

	/** The same caller with a bearer token. */
	public ApiClient withToken(String token) {
		return new ApiClient(this.address, "Bearer " + token);
	}

	/** Asks for a path. */
	public Answer get(String path) {
		return send(request(path).GET());
	}

	/** Sends a change without a body. */
	public Answer post(String path) {
		return send(request(path).POST(BodyPublishers.noBody()));
	}

	/** Sends a change with a JSON body and further headers, {@code name, value, ...}. */
	public Answer post(String path, String json, String... headers) {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Replaces what is at a path with a JSON body. */
	public Answer put(String path, String json) {
		return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
	}

	/** A request to a path, with the caller's login. */
	public HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path));
		return (this.authorization != null) ? request.header("Authorization", this.authorization) : request;
	}

	/** Sends a request. */
	public Answer send(HttpRequest.Builder request) {
		try {
			return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Opens a stream of events. */
	public InputStream open(String path) {
		try {
			return HTTP.send(request(path).GET().build(), BodyHandlers.ofInputStream()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came back.
	 *
	 * @param response the response
	 */
	public record Answer(HttpResponse<String> response) {

		private static final JsonMapper JSON = JsonMapper.shared();

		public int status() {
			return this.response.statusCode();
		}

		public String body() {
			return this.response.body();
		}

		/** A header's value; empty where there is none. */
		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		/** The code of a problem; empty where the answer is none. */
		public String code() {
			return header("Content-Type").startsWith("application/problem+json") ? json().path("code").asString("")
					: "";
		}

	}

}
