package io.cartpulse.batch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A parameter that a job can be launched with, and the form of its values.
 */
public enum JobParameterForm {

	/** What raw-to-dds reads. */
	LOAD_MODE("mode", "incremental: RAW rows that no run has read; rebuild: all of them, into emptied tables",
			"incremental", "rebuild"),
	/** What dds-to-clickhouse carries over. */
	CARRY_MODE("mode", "incremental: rows of loads not yet published; full: all rows, swapped in as a whole",
			"incremental", "full"),
	/** The first day to build anew. */
	FROM("from", "the first day whose marts are built anew, though nothing has changed; none when left out"),
	/** The last day to build anew. */
	TO("to", "the last such day; the same as from when left out"),
	/** What retry-quarantine reads. */
	WHICH("which", "open: all open records; requested: those that were asked for", "open", "requested"),
	/** The day that ages are counted to. */
	AS_OF("asOf", "the day that user_engagement and customer_segments count to; today when left out");

	private final String parameterName;

	private final String description;

	private final List<String> choices;

	JobParameterForm(String parameterName, String description, String... choices) {
		this.parameterName = parameterName;
		this.description = description;
		this.choices = List.of(choices);
	}

	public String parameterName() {
		return this.parameterName;
	}

	public String description() {
		return this.description;
	}

	/** The values to choose from, the default first; none for a date. */
	public List<String> choices() {
		return this.choices;
	}

	boolean accepts(String value) {
		if (!this.choices.isEmpty()) {
			return this.choices.contains(value);
		}
		try {
			return MartDays.have(LocalDate.parse(value));
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	/** What to write, for people. */
	String advice() {
		return this.choices.isEmpty() ? this + ". " + MartDays.RANGE : toString();
	}

	/** The form for people, {@code mode=incremental or mode=rebuild} say. */
	@Override
	public String toString() {
		return this.choices.isEmpty() ? this.parameterName + "=YYYY-MM-DD"
				: this.choices.stream()
					.map((choice) -> this.parameterName + "=" + choice)
					.collect(Collectors.joining(" or "));
	}

}
