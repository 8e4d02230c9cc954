package io.cartpulse.schedule;

import java.time.Month;
import java.time.format.TextStyle;
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

	private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

	/** From a number or the first one, to a number or the last one, in steps. */
	private static final Pattern STEPS = Pattern.compile("(\\d{1,2}|\\*)(?:-(\\d{1,2}))?(?:/(\\d{1,2}))?");

	/** More numbers nobody reads. */
	private static final int MOST_NUMBERS = 12;

	private static final Pattern NTH_WEEKDAY = Pattern.compile("(\\w+)#([1-5])");

	private static final List<String> NTH = List.of("first", "second", "third", "fourth", "fifth");

	private static final String OF_EVERY_MONTH = "of every month";

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
		return months().flatMap(this::usual);
	}

	/** The year and the months that it is bound to, and nothing where it is to none. */
	private Optional<String> months() {
		boolean everyYear = this.fields.length <= YEAR || this.fields[YEAR].equals(EVERY);
		String month = this.fields[MONTH];
		if (!everyYear) {
			return Optional.empty();
		}
		return month.equals(EVERY) ? Optional.of("")
				: numbers(month, 1, 12).map((numbers) -> joined(numbers.stream()
					.map((number) -> Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
					.toList()));
	}

	private Optional<String> usual(String months) {
		if (!months.isEmpty()) {
			return days().flatMap((days) -> times().map((times) -> (days.endsWith(OF_EVERY_MONTH)
					? days.replace(OF_EVERY_MONTH, "of " + months) : days + " in " + months) + " at " + times));
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
			return Optional.of("on the last day " + OF_EVERY_MONTH);
		}
		return numbers(day, 1, 31).map((numbers) -> "on the "
				+ joined(numbers.stream().map(CronWords::ordinal).toList()) + " " + OF_EVERY_MONTH);
	}

	private static boolean isEach(String field) {
		return field.equals(EVERY) || field.equals(ANY);
	}

	private static Optional<String> weekdays(String field) {
		Matcher nth = NTH_WEEKDAY.matcher(field);
		if (nth.matches()) {
			return weekday(nth.group(1)).map((weekday) -> "on the " + NTH.get(Integer.parseInt(nth.group(2)) - 1) + " "
					+ weekday + " " + OF_EVERY_MONTH);
		}
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
		if (!this.fields[SECOND].equals("0") || every(this.fields[HOUR], "hour", 24).isPresent()) {
			return Optional.empty();
		}
		return numbers(this.fields[HOUR], 0, 23).filter((hours) -> hours.size() <= MOST_NUMBERS)
			.flatMap((hours) -> numbers(this.fields[MINUTE], 0, 59)
				.filter((minutes) -> hours.size() * minutes.size() <= MOST_NUMBERS)
				.map((minutes) -> {
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
			return second.equals("0") ? Optional.of("every minute") : every(second, "second", 60);
		}
		if (!second.equals("0")) {
			return Optional.empty();
		}
		Optional<String> minutely = hour.equals(EVERY) ? every(minute, "minute", 60) : Optional.empty();
		return minutely.or(() -> every(hour, "hour", 24)
			.flatMap((hours) -> numbers(minute, 0, 59).map((minutes) -> hours + past(minutes))));
	}

	/**
	 * An interval that goes on over the end of the larger unit; others only seem to be
	 * one.
	 */
	private static Optional<String> every(String field, String unit, int size) {
		if (field.equals(EVERY)) {
			return Optional.of("every " + unit);
		}
		Matcher interval = INTERVAL.matcher(field);
		if (!interval.matches() || size % Math.max(1, Integer.parseInt(interval.group(1))) != 0) {
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

	/** Numbers, ranges and steps, as numbers; nothing where they are many, or all. */
	private static Optional<List<Integer>> numbers(String field, int first, int last) {
		List<Integer> numbers = new ArrayList<>();
		for (String part : field.split(",")) {
			Matcher steps = STEPS.matcher(part);
			if (!steps.matches() || part.equals(EVERY)) {
				return Optional.empty();
			}
			int from = steps.group(1).equals(EVERY) ? first : Integer.parseInt(steps.group(1));
			int step = (steps.group(3) != null) ? Math.max(1, Integer.parseInt(steps.group(3))) : 1;
			int to = (steps.group(2) != null) ? Integer.parseInt(steps.group(2))
					: NUMBER.matcher(part).matches() ? from : last;
			for (int number = from; number <= to; number += step) {
				numbers.add(number);
			}
		}
		return (numbers.size() <= MOST_NUMBERS) ? Optional.of(numbers) : Optional.empty();
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
