package io.cartpulse.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message that a producer makes: the wire contract as records. Null means that a field
 * is left out. Money is in the currency of the field's name, coordinates are in degrees,
 * temperatures in °C.
 */
public sealed interface WireMessage {

	/** Its type on the wire. */
	RecordType type();

	/** The producer's identity for the message, if it gives one. */
	@Nullable UUID eventId();

	/** The user it is about; the record's key where it is known. */
	@Nullable Long userId();

	/** When it happened or was said. */
	Instant time();

	/** Who a user is. */
	record UserProfile(@Nullable UUID eventId, Long userId, @Nullable String name, @Nullable String email,
			@Nullable LocalDate birthDate, @Nullable String gender, Instant generatedAt) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.USER_PROFILE;
		}

		@Override
		public Instant time() {
			return this.generatedAt;
		}

	}

	/** What a user came with. */
	record UserDevice(@Nullable UUID eventId, Long userId, String deviceType, @Nullable String os,
			@Nullable String browser, Instant generatedAt) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.USER_DEVICE;
		}

		@Override
		public Instant time() {
			return this.generatedAt;
		}

	}

	/** Where a user is. */
	record UserLocation(@Nullable UUID eventId, Long userId, Place place, Instant generatedAt) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.USER_LOCATION;
		}

		@Override
		public Instant time() {
			return this.generatedAt;
		}

	}

	/** What happened in the shop. */
	record StoreEvent(@Nullable UUID eventId, String eventType, Instant timestamp, @Nullable Long userId,
			@Nullable UUID sessionId, @Nullable Product product, @Nullable UUID orderId, @Nullable Integer quantity,
			@Nullable Place place, @Nullable Cost cost) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.EVENT;
		}

		@Override
		public Instant time() {
			return this.timestamp;
		}

	}

	/** An order's head. */
	record Order(@Nullable UUID eventId, UUID orderId, Instant orderTs, BigDecimal totalUsd, @Nullable Long userId,
			@Nullable String campaignId, Instant generatedAt) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.ORDER;
		}

		@Override
		public Instant time() {
			return this.generatedAt;
		}

	}

	/** A line of an order; the user is for the key only. */
	record OrderItem(@Nullable UUID eventId, UUID orderId, long productId, BigDecimal priceUsd,
			@Nullable Integer quantity, @Nullable Integer lineNo, @Nullable Long userId,
			Instant generatedAt) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.ORDER_ITEM;
		}

		@Override
		public Instant time() {
			return this.generatedAt;
		}

	}

	/** A step in an order's life; the user is for the key only. */
	record OrderStatus(@Nullable UUID eventId, UUID orderId, String status, @Nullable BigDecimal refundedUsd,
			@Nullable Long userId, Instant generatedAt) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.ORDER_STATUS;
		}

		@Override
		public Instant time() {
			return this.generatedAt;
		}

	}

	/** A campaign seen, clicked, or come to its end. */
	record CampaignEvent(@Nullable UUID eventId, String campaignId, String action, @Nullable Long userId,
			@Nullable String campaignName, @Nullable String channel, @Nullable BigDecimal cost,
			Instant generatedAt) implements WireMessage {

		@Override
		public RecordType type() {
			return RecordType.CAMPAIGN_EVENT;
		}

		@Override
		public Instant time() {
			return this.generatedAt;
		}

	}

	/**
	 * A product as a tracker names it.
	 *
	 * @param id greater than 0
	 * @param name its name
	 * @param category its category's name
	 */
	record Product(long id, @Nullable String name, @Nullable String category) {
	}

	/**
	 * A place and the weather there.
	 */
	record Place(@Nullable String city, @Nullable String country, @Nullable BigDecimal lat, @Nullable BigDecimal lon,
			@Nullable BigDecimal weatherTemp, @Nullable String weatherDesc) {
	}

	/**
	 * An amount in three currencies.
	 */
	record Cost(@Nullable BigDecimal usd, @Nullable BigDecimal eur, @Nullable BigDecimal rub) {
	}

}
