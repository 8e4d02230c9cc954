package io.cartpulse.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;

/**
 * Says a cron's times in words: the usual ones as people say them, all others as
 * cron-utils does.
 */
final class CronWords {

	private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}(,\\d{1,2})*");

	/** From the first of the hour, minute or day on. */
	private static final Pattern INTERVAL = Pattern.compile("[*0]/(\\d{1,2})");

	private static final String EVERY = "*";

	private static final String ANY = "?";

	private static final List<String> WEEKDAYS = List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday",
			"Friday", "Saturday");

	private static final String EACH_DAY = "every day";

	private static final Map<String, String> POLISHED = Map.of(" at (\\w+day) day", " on $1", " {2,}", " ");

	private static final int SECOND = 0;

	private static final int MINUTE = 1;

	private static final int HOUR = 2;

	private static final int DAY = 3;

	private static final int MONTH = 4;

	private static final int WEEKDAY = 5;

	private static final int YEAR = 6;

	private final String[] fields;

	private CronWords(String[] fields) {
		this.fields = fields;
	}

	/**
	 * The words.
	 * @param cron a cron of Quartz's form
	 */
	static String of(Cron cron) {
		return new CronWords(cron.asString().split(" ")).usual().orElseGet(() -> described(cron));
	}

	private static String described(Cron cron) {
		String words = CronDescriptor.instance(Locale.ENGLISH).describe(cron);
		for (Map.Entry<String, String> rule : POLISHED.entrySet()) {
			words = words.replaceAll(rule.getKey(), rule.getValue());
		}
		return words.strip();
	}

	private Optional<String> usual() {
		if (!this.fields[MONTH].equals(EVERY) || (this.fields.length > YEAR && !this.fields[YEAR].equals(EVERY))) {
			return Optional.empty();
		}
		return days().flatMap((days) -> times().map((times) -> days + " at " + times)
			.or(() -> interval().map((interval) -> days.equals(EACH_DAY) ? interval : interval + ", " + days)));
	}

	private Optional<String> days() {
		String day = this.fields[DAY];
		String weekday = this.fields[WEEKDAY];
		if (isEach(day) && isEach(weekday)) {
			return Optional.of(EACH_DAY);
		}
		if (isEach(day)) {
			return weekdays(weekday);
		}
		if (!isEach(weekday)) {
			return Optional.empty();
		}
		if (day.equals("L")) {
			return Optional.of("on the last day of every month");
		}
		return numbers(day).map(
				(numbers) -> "on the " + joined(numbers.stream().map(CronWords::ordinal).toList()) + " of every month");
	}

	private static boolean isEach(String field) {
		return field.equals(EVERY) || field.equals(ANY);
	}

	private static Optional<String> weekdays(String field) {
		String[] ends = field.split("-");
		if (ends.length == 2) {
			return weekday(ends[0]).flatMap((first) -> weekday(ends[1]).map((last) -> first + " to " + last));
		}
		List<Optional<String>> named = Arrays.stream(field.split(",")).map(CronWords::weekday).toList();
		return named.stream().allMatch(Optional::isPresent)
				? Optional.of("every " + joined(named.stream().flatMap(Optional::stream).toList())) : Optional.empty();
	}

	/** Quartz counts from Sunday, which is 1. */
	private static Optional<String> weekday(String field) {
		if (field.matches("[1-7]")) {
			return Optional.of(WEEKDAYS.get(Integer.parseInt(field) - 1));
		}
		return WEEKDAYS.stream()
			.filter((day) -> day.substring(0, 3).toUpperCase(Locale.ROOT).equals(field.toUpperCase(Locale.ROOT)))
			.findFirst();
	}

	/** Times of the day, where the cron names its hours. */
	private Optional<String> times() {
		if (!this.fields[SECOND].equals("0")) {
			return Optional.empty();
		}
		return numbers(this.fields[HOUR]).flatMap((hours) -> numbers(this.fields[MINUTE]).map((minutes) -> {
			List<String> times = new ArrayList<>();
			hours.forEach((hour) -> minutes
				.forEach((minute) -> times.add(String.format(Locale.ROOT, "%02d:%02d", hour, minute))));
			return joined(times);
		}));
	}

	private Optional<String> interval() {
		String second = this.fields[SECOND];
		String minute = this.fields[MINUTE];
		String hour = this.fields[HOUR];
		if (minute.equals(EVERY) && hour.equals(EVERY)) {
			return second.equals("0") ? Optional.of("every minute") : every(second, "second");
		}
		if (!second.equals("0")) {
			return Optional.empty();
		}
		if (hour.equals(EVERY) && INTERVAL.matcher(minute).matches()) {
			return every(minute, "minute");
		}
		return every(hour, "hour").flatMap((hours) -> numbers(minute).map((minutes) -> hours + past(minutes)));
	}

	private static Optional<String> every(String field, String unit) {
		if (field.equals(EVERY)) {
			return Optional.of("every " + unit);
		}
		Matcher interval = INTERVAL.matcher(field);
		if (!interval.matches()) {
			return Optional.empty();
		}
		return Optional.of(interval.group(1).equals("1") ? "every " + unit
				: "every " + Integer.parseInt(interval.group(1)) + " " + unit + "s");
	}

	private static String past(List<Integer> minutes) {
		if (minutes.equals(List.of(0))) {
			return "";
		}
		String numbers = joined(minutes.stream().map(String::valueOf).toList());
		return ", at " + numbers + (minutes.equals(List.of(1)) ? " minute" : " minutes") + " past";
	}

	private static Optional<List<Integer>> numbers(String field) {
		return NUMBERS.matcher(field).matches()
				? Optional.of(Arrays.stream(field.split(",")).map(Integer::valueOf).toList()) : Optional.empty();
	}

	private static String ordinal(int number) {
		String ending = switch (number) {
			case 1, 21, 31 -> "st";
			case 2, 22 -> "nd";
			case 3, 23 -> "rd";
			default -> "th";
		};
		return number + ending;
	}

	private static String joined(List<String> words) {
		int last = words.size() - 1;
		return (last == 0) ? words.get(0)
				: words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
	}

}
