package io.cartpulse.source;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The writing side of the JSON codec: the same message gives the same bytes. Safe for
 * several threads.
 */
public final class WireWriter {

	private static final JsonFactory FACTORY = new JsonFactory();

	private WireWriter() {
	}

	/** A message as one JSON object in UTF-8. */
	public static byte[] write(WireMessage message) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(512);
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
			json.writeStartObject();
			json.writeStringProperty("type", message.type().wireName());
			text(json, "event_id", message.eventId());
			if (message instanceof WireMessage.UserProfile profile) {
				write(json, profile);
			}
			else if (message instanceof WireMessage.UserDevice device) {
				write(json, device);
			}
			else if (message instanceof WireMessage.UserLocation location) {
				write(json, location);
			}
			else if (message instanceof WireMessage.StoreEvent event) {
				write(json, event);
			}
			else if (message instanceof WireMessage.Order order) {
				write(json, order);
			}
			else if (message instanceof WireMessage.OrderItem item) {
				write(json, item);
			}
			else if (message instanceof WireMessage.OrderStatus status) {
				write(json, status);
			}
			else if (message instanceof WireMessage.CampaignEvent event) {
				write(json, event);
			}
			json.writeEndObject();
		}
		return out.toByteArray();
	}

	/** The record's key: the user's id as text, null where no user is known. */
	public static @Nullable String key(WireMessage message) {
		Long userId = message.userId();
		return (userId != null) ? userId.toString() : null;
	}

	private static void write(JsonGenerator json, WireMessage.UserProfile profile) {
		number(json, "user_id", profile.userId());
		text(json, "name", profile.name());
		text(json, "email", profile.email());
		text(json, "birth_date", profile.birthDate());
		text(json, "gender", profile.gender());
		text(json, "generated_at", profile.generatedAt());
	}

	private static void write(JsonGenerator json, WireMessage.UserDevice device) {
		number(json, "user_id", device.userId());
		text(json, "device_type", device.deviceType());
		text(json, "os", device.os());
		text(json, "browser", device.browser());
		text(json, "generated_at", device.generatedAt());
	}

	private static void write(JsonGenerator json, WireMessage.UserLocation location) {
		number(json, "user_id", location.userId());
		write(json, location.place());
		text(json, "generated_at", location.generatedAt());
	}

	private static void write(JsonGenerator json, WireMessage.StoreEvent event) {
		text(json, "event_type", event.eventType());
		text(json, "timestamp", event.timestamp());
		number(json, "user_id", event.userId());
		text(json, "session_id", event.sessionId());
		WireMessage.Product product = event.product();
		if (product != null) {
			number(json, "product_id", product.id());
			text(json, "product_name", product.name());
			text(json, "product_category", product.category());
		}
		text(json, "order_id", event.orderId());
		number(json, "quantity", event.quantity());
		WireMessage.Place place = event.place();
		if (place != null) {
			write(json, place);
		}
		WireMessage.Cost cost = event.cost();
		if (cost != null) {
			decimal(json, "cost_usd", cost.usd());
			decimal(json, "cost_eur", cost.eur());
			decimal(json, "cost_rub", cost.rub());
		}
	}

	private static void write(JsonGenerator json, WireMessage.Order order) {
		text(json, "order_id", order.orderId());
		text(json, "order_ts", order.orderTs());
		decimal(json, "total_usd", order.totalUsd());
		number(json, "user_id", order.userId());
		text(json, "campaign_id", order.campaignId());
		text(json, "generated_at", order.generatedAt());
	}

	private static void write(JsonGenerator json, WireMessage.OrderItem item) {
		text(json, "order_id", item.orderId());
		number(json, "product_id", item.productId());
		decimal(json, "price_usd", item.priceUsd());
		number(json, "quantity", item.quantity());
		number(json, "line_no", item.lineNo());
		text(json, "generated_at", item.generatedAt());
	}

	private static void write(JsonGenerator json, WireMessage.OrderStatus status) {
		text(json, "order_id", status.orderId());
		text(json, "status", status.status());
		decimal(json, "refunded_usd", status.refundedUsd());
		text(json, "generated_at", status.generatedAt());
	}

	private static void write(JsonGenerator json, WireMessage.CampaignEvent event) {
		text(json, "campaign_id", event.campaignId());
		text(json, "action", event.action());
		number(json, "user_id", event.userId());
		text(json, "campaign_name", event.campaignName());
		text(json, "channel", event.channel());
		decimal(json, "cost", event.cost());
		text(json, "generated_at", event.generatedAt());
	}

	private static void write(JsonGenerator json, WireMessage.Place place) {
		text(json, "city", place.city());
		text(json, "country", place.country());
		decimal(json, "lat", place.lat());
		decimal(json, "lon", place.lon());
		decimal(json, "weather_temp", place.weatherTemp());
		text(json, "weather_desc", place.weatherDesc());
	}

	private static void text(JsonGenerator json, String name, @Nullable Object value) {
		if (value != null) {
			json.writeStringProperty(name, value.toString());
		}
	}

	private static void number(JsonGenerator json, String name, @Nullable Number value) {
		if (value != null) {
			json.writeNumberProperty(name, value.longValue());
		}
	}

	private static void decimal(JsonGenerator json, String name, @Nullable BigDecimal value) {
		if (value != null) {
			json.writeNumberProperty(name, value);
		}
	}

}
