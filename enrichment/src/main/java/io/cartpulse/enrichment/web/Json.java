package io.cartpulse.enrichment.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that a provider sent. What is not of the documented form fails as
 * {@link FailureKind#MALFORMED}; texts are cleaned.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final int LONGEST_TEXT = 200;

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|\\p{Cf}|\\p{Cs}|\\p{Cn}");

	private final String provider;

	private final JsonNode node;

	private Json(String provider, JsonNode node) {
		this.provider = provider;
		this.node = node;
	}

	static Json read(String provider, byte[] body) {
		try {
			JsonNode node = MAPPER.readTree(body);
			if (node.isObject()) {
				return new Json(provider, node);
			}
		}
		catch (JacksonException ex) {
			// its message would quote the answer
		}
		throw new ProviderFailure(provider, FailureKind.MALFORMED, "the answer is no JSON object");
	}

	/**
	 * The object of that name.
	 */
	public Json object(String name) {
		JsonNode child = this.node.path(name);
		if (!child.isObject()) {
			throw malformed(name + " is no object");
		}
		return new Json(this.provider, child);
	}

	/**
	 * The objects of the array of that name; what else stands in it is passed over.
	 */
	public List<Json> objects(String name) {
		JsonNode array = this.node.path(name);
		if (!array.isArray()) {
			throw malformed(name + " is no array");
		}
		return StreamSupport.stream(array.spliterator(), false)
			.filter(JsonNode::isObject)
			.map((child) -> new Json(this.provider, child))
			.toList();
	}

	/**
	 * The number of that name.
	 */
	public BigDecimal number(String name) {
		JsonNode child = this.node.path(name);
		if (!child.isNumber()) {
			throw malformed(name + " is no number");
		}
		return child.decimalValue();
	}

	/**
	 * The moment of that name, in seconds since 1970.
	 */
	public Instant moment(String name) {
		JsonNode child = this.node.path(name);
		if (!child.isIntegralNumber() || !child.canConvertToLong()) {
			throw malformed(name + " is no time");
		}
		try {
			return Instant.ofEpochSecond(child.longValue());
		}
		catch (DateTimeException ex) {
			throw malformed(name + " is no time");
		}
	}

	/**
	 * The text of that name, or a number's digits, in one clean line.
	 * @return null when it is absent, blank or longer than any honest one
	 */
	public @Nullable String text(String name) {
		JsonNode child = this.node.path(name);
		if (!child.isString() && !child.isIntegralNumber()) {
			return null;
		}
		String text = CONTROL.matcher(child.asString()).replaceAll("").strip();
		return (text.isEmpty() || text.length() > LONGEST_TEXT) ? null : text;
	}

	/**
	 * Whether there is something of that name.
	 */
	public boolean has(String name) {
		return this.node.hasNonNull(name);
	}

	/**
	 * A failure of this answer.
	 */
	public ProviderFailure failure(FailureKind kind, String detail) {
		return new ProviderFailure(this.provider, kind, detail);
	}

	private ProviderFailure malformed(String detail) {
		return failure(FailureKind.MALFORMED, detail);
	}

}
