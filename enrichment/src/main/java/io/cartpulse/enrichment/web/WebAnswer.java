package io.cartpulse.enrichment.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * An answer as it came.
 *
 * @param status its HTTP status
 * @param headers its headers
 * @param body its body
 */
record WebAnswer(int status, HttpHeaders headers, byte[] body) {

	private static final int SERVER_ERRORS = 500;

	boolean isOk() {
		return this.status >= 200 && this.status < 300;
	}

	/** What the status means where the body has no known code. */
	FailureKind kindOfStatus() {
		return switch (this.status) {
			case 401 -> FailureKind.UNAUTHORIZED;
			case 402, 429 -> FailureKind.QUOTA_SPENT;
			case 403 -> FailureKind.NOT_IN_PLAN;
			case 408 -> FailureKind.TIMEOUT;
			default -> (this.status >= SERVER_ERRORS) ? FailureKind.SERVER_ERROR : FailureKind.REJECTED;
		};
	}

	/** Seconds, or a date: HTTP allows both. */
	@Nullable Duration retryAfter() {
		String value = this.headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return null;
		}
		try {
			return Duration.ofSeconds(Long.parseLong(value.strip()));
		}
		catch (NumberFormatException ex) {
			return untilDate(value.strip());
		}
	}

	private @Nullable Duration untilDate(String value) {
		try {
			Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
			long sent = this.headers.getFirstDate(HttpHeaders.DATE);
			return Duration.between((sent >= 0) ? Instant.ofEpochMilli(sent) : Instant.now(), until);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return null;
		}
	}

}
