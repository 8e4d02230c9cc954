package io.cartpulse.problem;

import java.util.Locale;

/**
 * Why something was refused. The code is stable: programs may rely on it.
 */
public enum ProblemCode {

	/** The request is not what HTTP or JSON allows. */
	MALFORMED_REQUEST(400, "The request cannot be read"),
	/** The body is not the JSON object that the call takes. */
	MALFORMED_BODY(400, "The body cannot be read"),
	/** A parameter of the query or the path cannot be read. */
	MALFORMED_PARAMETER(400, "A parameter cannot be read"),
	/** A cursor did not come from this API. */
	MALFORMED_CURSOR(400, "The cursor cannot be read"),
	/** Nobody is logged in. */
	UNAUTHENTICATED(401, "Log in first"),
	/** The role does not suffice. */
	FORBIDDEN(403, "The role does not allow it"),
	/** Nothing may be changed at present. */
	READ_ONLY(403, "Nothing may be changed: read-only is switched on"),
	/** Another site's page sent the request. */
	CROSS_SITE(403, "The request comes from another site"),
	/** A form of the console came without its token. */
	CSRF(403, "The page's token is missing or too old"),
	/** No call has this path. */
	UNKNOWN_PATH(404, "There is nothing at this path"),
	/** No job has this name. */
	UNKNOWN_JOB(404, "No job has this name"),
	/** The job runs at the start, or after another one. */
	NO_SCHEDULE(404, "The job has no schedule"),
	/** No execution has this number. */
	UNKNOWN_EXECUTION(404, "No execution has this number"),
	/** The execution did not fail. */
	NO_FAILURE(404, "The execution has no failure"),
	/** No quarantined record has this number. */
	UNKNOWN_RECORD(404, "No record has this number"),
	/** No dashboard has this name. */
	UNKNOWN_DASHBOARD(404, "No dashboard has this name"),
	/** The dashboard has no card of this name. */
	UNKNOWN_CARD(404, "The dashboard has no card of this name"),
	/** The path is known, but not with this method. */
	METHOD_NOT_ALLOWED(405, "The path does not take this method"),
	/** The answer cannot be given in an accepted form. */
	NOT_ACCEPTABLE(406, "The answer has another media type"),
	/** The state of the thing forbids it. */
	STATE_FORBIDS(409, "The present state does not allow it"),
	/** Another run holds a layer of the warehouse. */
	LAYER_HELD(409, "Another run is in the way"),
	/** A request with the same key is being answered. */
	REQUEST_RUNNING(409, "A request with this Idempotency-Key has not ended"),
	/** The body is larger than allowed. */
	TOO_LARGE(413, "The body is too large"),
	/** The body has a media type that the call does not take. */
	UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not taken"),
	/** A parameter that the job does not take, or cannot read. */
	BAD_JOB_PARAMETER(422, "The job does not take this parameter"),
	/** The values are readable, but cannot be used. */
	UNUSABLE_VALUE(422, "A value cannot be used"),
	/** The key came with another request before. */
	IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key belongs to another request"),
	/** A card needs more memory than it may have. */
	QUERY_TOO_LARGE(422, "The query needs too much memory"),
	/** A card needs more time than it may have. */
	QUERY_TOO_SLOW(422, "The query needs too much time"),
	/** Too many attempts. */
	TOO_MANY_LOGINS(429, "Too many failed logins"),
	/** Too many viewers of live events. */
	TOO_MANY_STREAMS(429, "Too many event streams are open"),
	/** Too many cards are being asked for. */
	TOO_MANY_QUERIES(429, "Too many queries are running"),
	/** Our own mistake. */
	INTERNAL_ERROR(500, "The request failed here"),
	/** ClickHouse refused a card's query. */
	QUERY_FAILED(500, "The query failed"),
	/** PostgreSQL does not answer. */
	POSTGRES_DOWN(503, "PostgreSQL does not answer"),
	/** Kafka does not answer. */
	KAFKA_DOWN(503, "Kafka does not answer"),
	/** ClickHouse does not answer. */
	CLICKHOUSE_DOWN(503, "ClickHouse does not answer"),
	/** ClickHouse does not know the account that reads the marts. */
	ANALYST_UNKNOWN(503, "ClickHouse does not know the analyst"),
	/** The application ends. */
	STOPPING(503, "The application is stopping");

	private final int status;

	private final String title;

	ProblemCode(int status, String title) {
		this.status = status;
		this.title = title;
	}

	/** HTTP's status. */
	public int status() {
		return this.status;
	}

	/** The code in a sentence, the same for each occurrence. */
	public String title() {
		return this.title;
	}

	/** The code as it is written, {@code state-forbids} say. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
