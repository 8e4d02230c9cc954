package io.cartpulse.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as a shop sends it, valid until a test says otherwise. Each change gives a
 * message of its own. Orders, sessions and event ids are numbered.
 */
public final class StoreMessage {

	/** When everything happens that says nothing else. */
	public static final String MORNING = "2026-03-01T10:00:00Z";

	private final Map<String, @Nullable Object> fields;

	private StoreMessage(Map<String, @Nullable Object> fields) {
		this.fields = fields;
	}

	public static StoreMessage aStoreEvent(String eventType) {
		return ofType("event").with("event_type", eventType).with("timestamp", MORNING);
	}

	public static StoreMessage aProfileOf(long user) {
		return ofType("user_profile").byUser(user).at(MORNING);
	}

	public static StoreMessage aDeviceOf(long user, String deviceType) {
		return ofType("user_device").byUser(user).with("device_type", deviceType).at(MORNING);
	}

	/**
	 * A location, which needs a place yet.
	 */
	public static StoreMessage aLocationOf(long user) {
		return ofType("user_location").byUser(user).at(MORNING);
	}

	public static StoreMessage anOrder(int number) {
		return ofType("order").ofOrder(number).with("order_ts", MORNING).with("total_usd", 10).at(MORNING);
	}

	public static StoreMessage anItemOf(int order) {
		return ofType("order_item").ofOrder(order).ofProduct(7).with("price_usd", 5).at(MORNING);
	}

	public static StoreMessage aStatusOf(int order, String status) {
		return ofType("order_status").ofOrder(order).with("status", status).at(MORNING);
	}

	public static StoreMessage aCampaignEvent(String campaign, String action) {
		return ofType("campaign_event").with("campaign_id", campaign).with("action", action).at(MORNING);
	}

	/**
	 * The id with a number, of an order, a session or an event.
	 */
	public static UUID key(int number) {
		return new UUID(0, number);
	}

	/**
	 * The message at another time, said or happened.
	 */
	public StoreMessage at(String time) {
		return with(isEvent() ? "timestamp" : "generated_at", time);
	}

	/**
	 * The message without a time of its own, so that Kafka's counts.
	 */
	public StoreMessage undated() {
		return without("generated_at");
	}

	public StoreMessage byUser(long user) {
		return with("user_id", user);
	}

	public StoreMessage inSession(int number) {
		return with("session_id", key(number));
	}

	public StoreMessage ofOrder(int number) {
		return with("order_id", key(number));
	}

	public StoreMessage ofProduct(long product) {
		return with("product_id", product);
	}

	/**
	 * The message with an identity that its producer gave it.
	 */
	public StoreMessage identified(int number) {
		return with("event_id", key(number));
	}

	/**
	 * The message with a field set to anything that JSON can say.
	 */
	public StoreMessage with(String field, @Nullable Object value) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.fields);
		changed.put(field, (value instanceof UUID id) ? id.toString() : value);
		return new StoreMessage(changed);
	}

	public StoreMessage without(String field) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.fields);
		changed.remove(field);
		return new StoreMessage(changed);
	}

	public String json() {
		return JsonMapper.shared().writeValueAsString(this.fields);
	}

	@Override
	public String toString() {
		return json();
	}

	private boolean isEvent() {
		return "event".equals(this.fields.get("type"));
	}

	private static StoreMessage ofType(String type) {
		return new StoreMessage(Map.of()).with("type", type);
	}

}
