package io.cartpulse.enrichment.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A provider's web API. One call is one request: nothing is repeated or redirected here.
 */
public final class WebApi implements AutoCloseable {

	/** Shorter than any server's own, so that no request meets a closed connection. */
	private static final Duration IDLE_CONNECTION = Duration.ofSeconds(20);

	private final Endpoint endpoint;

	private final Function<Json, @Nullable String> errorCode;

	private final Map<String, FailureKind> knownErrors;

	private final ConnectionProvider connections;

	private final WebClient client;

	/**
	 * A web API.
	 * @param endpoint where it is
	 * @param client what the client is built from
	 * @param errorCode finds the provider's own code in an answer; null: it is no error
	 * @param knownErrors what the documented codes mean
	 */
	public WebApi(Endpoint endpoint, WebClient.Builder client, Function<Json, @Nullable String> errorCode,
			Map<String, FailureKind> knownErrors) {
		this.endpoint = endpoint;
		this.errorCode = errorCode;
		this.knownErrors = knownErrors;
		this.connections = ConnectionProvider.builder(endpoint.provider())
			.maxConnections(endpoint.connections())
			.pendingAcquireTimeout(endpoint.timeout())
			.maxIdleTime(IDLE_CONNECTION)
			.build();
		this.client = client.baseUrl(endpoint.baseUrl().toString())
			.clientConnector(new ReactorClientHttpConnector(httpClient()))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(endpoint.maxAnswer().toBytes())))
			.build();
	}

	/**
	 * Makes one request.
	 * @param path path and query below the base URL, with {@code {variables}}
	 * @param variables their values
	 * @return what came back
	 * @throws ProviderFailure when that is no proper answer
	 */
	public Json get(String path, Map<String, ?> variables) {
		WebAnswer answer = exchange(path, variables);
		if (answer.isOk()) {
			Json json = Json.read(this.endpoint.provider(), answer.body());
			String code = this.errorCode.apply(json);
			if (code == null) {
				return json;
			}
			throw failure(answer, FailureKind.REJECTED, code);
		}
		throw failure(answer, answer.kindOfStatus(), codeOf(answer));
	}

	@Override
	public void close() {
		this.connections.dispose();
	}

	private HttpClient httpClient() {
		HttpClient plain = HttpClient.create(this.connections)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(this.endpoint.connectTimeout().toMillis()))
			// each request is counted: none may be repeated unseen
			.disableRetry(true);
		return this.endpoint.key().isSet()
				? KeyOnTheWire.addedTo(plain, this.endpoint.keyParameter(), this.endpoint.key()) : plain;
	}

	private WebAnswer exchange(String path, Map<String, ?> variables) {
		try {
			return this.client.get()
				.uri(path, variables)
				.accept(MediaType.APPLICATION_JSON)
				.exchangeToMono(WebApi::read)
				.timeout(this.endpoint.timeout())
				.blockOptional()
				.orElseThrow();
		}
		catch (RuntimeException ex) {
			throw failure(ex);
		}
	}

	private static Mono<WebAnswer> read(ClientResponse response) {
		Mono<byte[]> body = response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]);
		if (response.statusCode().isError()) {
			// the status says enough when the body is too large
			body = body.onErrorReturn(new byte[0]);
		}
		return body
			.map((bytes) -> new WebAnswer(response.statusCode().value(), response.headers().asHttpHeaders(), bytes));
	}

	private @Nullable String codeOf(WebAnswer answer) {
		try {
			return this.errorCode.apply(Json.read(this.endpoint.provider(), answer.body()));
		}
		catch (ProviderFailure ex) {
			return null;
		}
	}

	private ProviderFailure failure(WebAnswer answer, FailureKind otherwise, @Nullable String code) {
		FailureKind known = (code != null) ? this.knownErrors.get(code) : null;
		String detail = "HTTP " + answer.status() + ((known != null) ? " (" + code + ")" : "");
		return new ProviderFailure(this.endpoint.provider(), (known != null) ? known : otherwise, detail,
				answer.retryAfter(), null);
	}

	private ProviderFailure failure(RuntimeException ex) {
		if (Thread.currentThread().isInterrupted()) {
			return failure(FailureKind.INTERRUPTED, "interrupted while waiting for the answer", ex);
		}
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataBufferLimitException) {
				return failure(FailureKind.TOO_LARGE, "the answer is larger than " + this.endpoint.maxAnswer(), ex);
			}
			if (cause instanceof TimeoutException || cause instanceof ReadTimeoutException
					|| cause instanceof ConnectTimeoutException) {
				return failure(FailureKind.TIMEOUT, "no answer within " + this.endpoint.timeout().toMillis() + " ms",
						ex);
			}
		}
		return failure(FailureKind.UNREACHABLE, "cannot be reached", ex);
	}

	private ProviderFailure failure(FailureKind kind, String detail, Throwable cause) {
		return new ProviderFailure(this.endpoint.provider(), kind, detail, null, cause);
	}

}
