package io.cartpulse.metabase;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Speaks with Metabase's API: JSON there and back, and its refusals in words.
 */
final class MetabaseClient {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

	private static final int LONGEST_REASON = 300;

	private static final int PAGE = 100;

	private final JsonMapper json = JsonMapper.shared();

	private final RestClient rest;

	private final String url;

	private final Duration timeout;

	private @Nullable String session;

	MetabaseClient(MetabaseSettings settings) {
		this.url = String.valueOf(settings.url()).replaceFirst("/+$", "");
		this.timeout = settings.timeout();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).version(HttpClient.Version.HTTP_1_1).build());
		requests.setReadTimeout(settings.timeout());
		this.rest = RestClient.builder().baseUrl(this.url).requestFactory(requests).build();
	}

	/** Where Metabase is. */
	String url() {
		return this.url;
	}

	/** From now on speaks as the one who logged in. */
	void use(String session) {
		this.session = session;
	}

	JsonNode get(String path, Object... variables) {
		return exchange(HttpMethod.GET, path, null, variables);
	}

	JsonNode post(String path, @Nullable JsonNode body, Object... variables) {
		return exchange(HttpMethod.POST, path, body, variables);
	}

	JsonNode put(String path, JsonNode body, Object... variables) {
		return exchange(HttpMethod.PUT, path, body, variables);
	}

	void delete(String path) {
		exchange(HttpMethod.DELETE, path, null);
	}

	/**
	 * What a collection holds of one kind, all pages of it.
	 * @param collection its number, or {@code trash} for what was put away
	 * @param model the kind
	 */
	Stream<JsonNode> items(Object collection, String model) {
		List<JsonNode> all = new ArrayList<>();
		while (true) {
			JsonNode page = get("/api/collection/{id}/items?models={model}&limit={limit}&offset={offset}", collection,
					model, PAGE, all.size());
			List<JsonNode> items = list(page.path("data"));
			all.addAll(items);
			if (items.isEmpty() || all.size() >= page.path("total").asInt(0)) {
				return all.stream();
			}
		}
	}

	static List<JsonNode> list(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).toList();
	}

	/** The number that Metabase gave to something. */
	static int id(JsonNode item) {
		if (!item.path("id").isInt()) {
			throw new MetabaseException("Metabase answered without an id: its API is not the one known here");
		}
		return item.path("id").asInt();
	}

	private JsonNode exchange(HttpMethod method, String path, @Nullable JsonNode body, Object... variables) {
		RestClient.RequestBodySpec request = this.rest.method(method)
			.uri(path, variables)
			.accept(MediaType.APPLICATION_JSON);
		if (this.session != null) {
			request.header("X-Metabase-Session", this.session);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body.toString());
		}
		try {
			return request.exchangeForRequiredValue((sent, response) -> answer(method, path, response));
		}
		catch (ResourceAccessException ex) {
			throw new MetabaseException("Metabase at " + this.url + " does not answer: " + reason(ex), ex);
		}
	}

	private JsonNode answer(HttpMethod method, String path, ClientHttpResponse response) throws IOException {
		String text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
		int status = response.getStatusCode().value();
		if (status >= 400) {
			throw new MetabaseException("Metabase at " + this.url + " refused " + method + " " + path.split("\\?")[0]
					+ " with status " + status + ": " + reason(text), status);
		}
		return text.isBlank() ? MissingNode.getInstance() : parsed(text, status);
	}

	private JsonNode parsed(String text, int status) {
		try {
			return this.json.readTree(text);
		}
		catch (JacksonException ex) {
			throw new MetabaseException("what answers at " + this.url
					+ " is no Metabase: it does not speak JSON; check cartpulse.metabase.url", ex);
		}
	}

	private String reason(ResourceAccessException failure) {
		String reason = String.valueOf(failure.getMessage());
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnresolvedAddressException) {
				return "there is no such host";
			}
			if (cause instanceof ConnectException) {
				reason = "nobody listens there";
			}
			if (cause instanceof HttpTimeoutException) {
				reason = "nothing came within " + this.timeout.toMillis() + " ms";
			}
		}
		return reason;
	}

	/** Metabase's own words: a message, messages by field, or plain text. */
	private String reason(String body) {
		String reason = body;
		try {
			JsonNode json = this.json.readTree(body);
			if (json.hasNonNull("message")) {
				reason = json.path("message").asString();
			}
			else if (json.has("errors")) {
				reason = json.path("errors").toString();
			}
		}
		catch (JacksonException ex) {
			reason = body;
		}
		return reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).strip();
	}

}
