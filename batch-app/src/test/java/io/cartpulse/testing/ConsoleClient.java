package io.cartpulse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who uses the console without scripts: with a session, and with the token of
 * the last page in each form.
 */
public final class ConsoleClient {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	private final URI address;

	private String token = "";

	private ConsoleClient(URI address) {
		this.address = address;
	}

	/** Somebody who has logged in by the form. */
	public static ConsoleClient loggedIn(URI address, String user) {
		ConsoleClient client = new ConsoleClient(address);
		client.get("/login");
		HttpResponse<String> answer = client.post("/login", "username", user, "password", TestUsers.PASSWORD);
		if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
			throw new AssertionError("the login of " + user + " failed: " + answer);
		}
		client.get("/jobs");
		return client;
	}

	/** Looks at a page, with further headers, {@code name, value, ...}. */
	public HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = request(path).GET();
		HttpResponse<String> answer = send((headers.length > 0) ? request.headers(headers) : request);
		Matcher found = TOKEN.matcher(answer.body());
		if (found.find()) {
			this.token = found.group(1);
		}
		return answer;
	}

	/** Sends a form, {@code name, value, ...}, and follows no redirect. */
	public HttpResponse<String> post(String path, String... fields) {
		List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(this.token)));
		for (int i = 0; i < fields.length; i += 2) {
			pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
		}
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(String.join("&", pairs))));
	}

	/** Sends a form and looks at the page to which it leads. */
	public HttpResponse<String> postAndFollow(String path, String... fields) {
		URI next = URI.create(post(path, fields).headers().firstValue("Location").orElseThrow());
		return get(next.getRawPath() + ((next.getRawQuery() != null) ? "?" + next.getRawQuery() : ""));
	}

	/** The same client with forms of a page that it never saw. */
	public ConsoleClient forgetToken() {
		this.token = "";
		return this;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path)).header("Accept", "text/html");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
