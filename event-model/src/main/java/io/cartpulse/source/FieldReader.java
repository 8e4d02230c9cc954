package io.cartpulse.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Reads one field's characters by its kind.
 */
final class FieldReader {

	private static final int MAX_TEXT = 500;

	private static final int MAX_ID = 200;

	private static final BigDecimal MAX_MONEY = new BigDecimal("9999999999.99");

	private static final BigDecimal MAX_LATITUDE = BigDecimal.valueOf(90);

	private static final BigDecimal MAX_LONGITUDE = BigDecimal.valueOf(180);

	private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

	private static final long MICROS_A_DAY = 86_400_000_000L;

	private static final Set<String> EVENT_TYPES = Set.of("view_page", "view_product", "add_to_cart",
			"remove_from_cart", "purchase", "payment_success", "payment_failed", "search", "filter", "login", "logout",
			"session_start", "session_end", "signup", "churn");

	private static final Set<String> STATUSES = Set.of("pending", "success", "failed", "cancelled", "refunded");

	private static final Set<String> ACTIONS = Set.of("view", "click", "conversion");

	private static final Set<String> GENDERS = Set.of("male", "female", "other");

	private static final Set<String> DEVICE_TYPES = Set.of("mobile", "desktop", "tablet");

	private final Set<String> placeholders;

	/** Beginnings and ends of unrendered templates. */
	private final List<String[]> templates;

	FieldReader(Set<String> placeholders) {
		this.placeholders = placeholders;
		this.templates = new ArrayList<>();
		for (String placeholder : placeholders) {
			int dots = placeholder.indexOf("{..}");
			if (dots >= 0) {
				this.templates.add(placeholder.split("\\.\\.", 2));
			}
		}
	}

	/**
	 * Reads a field.
	 * @param kind its kind
	 * @param characters its characters, null when absent
	 * @param kafkaMicros the Kafka record's timestamp
	 */
	FieldReading read(FieldKind kind, @Nullable String characters, long kafkaMicros) {
		if (characters == null) {
			return FieldReading.ABSENT;
		}
		String text = ReadText.trim(characters);
		if (text.isEmpty()) {
			return FieldReading.ABSENT;
		}
		return switch (kind) {
			case ID_NUMBER -> whole(text, 1, Long.MAX_VALUE, "must be a whole number greater than 0");
			case QUANTITY -> quantity(text);
			case LINE_NUMBER -> whole(text, 0, 1_000_000, "must be a whole number from 0 to 1000000");
			case MONEY -> money(text);
			case DECIMAL -> decimal(text, null, "must be a number");
			case LATITUDE -> decimal(text, MAX_LATITUDE, "must be a number from -90 to 90");
			case LONGITUDE -> decimal(text, MAX_LONGITUDE, "must be a number from -180 to 180");
			case UUID -> id(text);
			case TIME, GENERATED_AT -> time(text);
			case BIRTH_DATE -> birthDate(text, kafkaMicros);
			case TEXT -> text(text, MAX_TEXT);
			case NAME -> isPlaceholder(text) ? FieldReading.ABSENT : text(text, MAX_TEXT);
			case ID_TEXT -> isPlaceholder(text) ? FieldReading.ABSENT : text(text, MAX_ID);
			case CODE -> text(text.toLowerCase(Locale.ROOT), MAX_TEXT);
			case DEVICE_TYPE -> deviceType(text);
			case GENDER -> oneOf(GENDERS, text, "must be male, female or other");
			case EVENT_TYPE -> eventType(text);
			case STATUS -> oneOf(STATUSES, text, "must be pending, success, failed, cancelled or refunded");
			case ACTION -> action(text);
		};
	}

	private static FieldReading whole(String text, long least, long most, String rule) {
		Long number = DecimalText.readWhole(text);
		return (number != null && number >= least && number <= most) ? FieldReading.of(number)
				: FieldReading.unreadable(rule);
	}

	/**
	 * A quantity that can be read, but is out of range, would falsify figures if cleared.
	 */
	private static FieldReading quantity(String text) {
		String rule = "must be a whole number from 1 to 1000000";
		Long number = DecimalText.readWhole(text);
		if (number == null) {
			return FieldReading.unreadable(rule);
		}
		return (number >= 1 && number <= 1_000_000) ? FieldReading.of(number) : FieldReading.refused(rule);
	}

	private static FieldReading money(String text) {
		BigDecimal number = DecimalText.read(text);
		if (number == null) {
			return FieldReading.unreadable("must be an amount of money");
		}
		if (number.signum() < 0) {
			return FieldReading.refused("must not be negative");
		}
		BigDecimal amount = number.setScale(2, RoundingMode.HALF_UP);
		return (amount.compareTo(MAX_MONEY) <= 0) ? FieldReading.of(amount)
				: FieldReading.unreadable("must be at most 9999999999.99");
	}

	private static FieldReading decimal(String text, @Nullable BigDecimal most, String rule) {
		BigDecimal number = DecimalText.read(text);
		boolean readable = number != null && (most == null || number.abs().compareTo(most) <= 0);
		return readable ? FieldReading.of(number) : FieldReading.unreadable(rule);
	}

	private static FieldReading id(String text) {
		if (isTooLong(text, MAX_ID)) {
			return FieldReading.unreadable("must have at most 200 characters");
		}
		return FieldReading.of(isUuid(text) ? UUID.fromString(text) : NameBasedUuid.of(text));
	}

	private static boolean isUuid(String text) {
		if (text.length() != 36) {
			return false;
		}
		for (int i = 0; i < 36; i++) {
			boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
			if (dash ? text.charAt(i) != '-' : !isHexDigit(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isHexDigit(char one) {
		return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f') || (one >= 'A' && one <= 'F');
	}

	private static FieldReading time(String text) {
		Long micros = TimeText.micros(text);
		return (micros != null) ? FieldReading.of(micros)
				: FieldReading.unreadable("must be an ISO-8601 time or epoch milliseconds");
	}

	private static FieldReading birthDate(String text, long kafkaMicros) {
		LocalDate date = TimeText.date(text);
		boolean possible = date != null && !date.isBefore(EARLIEST_BIRTH)
				&& date.toEpochDay() <= Math.floorDiv(kafkaMicros, MICROS_A_DAY);
		return possible ? FieldReading.of(date)
				: FieldReading.unreadable("must be a date from 1900-01-01 to the day of the record");
	}

	private static FieldReading text(String text, int most) {
		return isTooLong(text, most) ? FieldReading.unreadable("must have at most " + most + " characters")
				: FieldReading.of(text);
	}

	private static boolean isTooLong(String text, int most) {
		return text.length() > most && text.codePointCount(0, text.length()) > most;
	}

	private static FieldReading oneOf(Set<String> allowed, String text, String rule) {
		String code = text.toLowerCase(Locale.ROOT);
		return allowed.contains(code) ? FieldReading.of(code) : FieldReading.unreadable(rule);
	}

	private static FieldReading deviceType(String text) {
		String code = text.toLowerCase(Locale.ROOT);
		return isTooLong(text, MAX_TEXT) ? FieldReading.unreadable("must have at most 500 characters")
				: FieldReading.of(DEVICE_TYPES.contains(code) ? code : "other");
	}

	private static FieldReading eventType(String text) {
		String code = text.toLowerCase(Locale.ROOT);
		return EVENT_TYPES.contains(code) ? FieldReading.of(code)
				: new FieldReading(code, "must be one of the contract's event types", true);
	}

	/** Trackers say purchase for conversion. */
	private static FieldReading action(String text) {
		return text.equalsIgnoreCase("purchase") ? FieldReading.of("conversion")
				: oneOf(ACTIONS, text, "must be view, click or conversion");
	}

	private boolean isPlaceholder(String text) {
		if (this.placeholders.contains(text.toLowerCase(Locale.ROOT))) {
			return true;
		}
		for (String[] template : this.templates) {
			if (text.length() >= template[0].length() + template[1].length() && text.startsWith(template[0])
					&& text.endsWith(template[1])) {
				return true;
			}
		}
		return false;
	}

}
