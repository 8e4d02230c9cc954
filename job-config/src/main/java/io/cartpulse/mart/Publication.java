package io.cartpulse.mart;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What a run of {@code dds-to-clickhouse} publishes; kept with its job instance, so that
 * a restart goes on with it.
 *
 * @param id the execution that began it; also the build id of its marts
 * @param full whether all rows are carried over, into tables that are then swapped in
 * @param firstLoad the first load whose rows are carried over
 * @param lastLoad the last one; less than the first when there is nothing to carry
 * @param asOf the day that user_engagement and customer_segments count back from
 * @param changed the facts that have rows to carry over
 */
record Publication(long id, boolean full, long firstLoad, long lastLoad, LocalDate asOf, Set<Fact> changed) {

	private static final String ID = "publication.id";

	private static final String FULL = "publication.full";

	private static final String FIRST_LOAD = "publication.first-load";

	private static final String LAST_LOAD = "publication.last-load";

	private static final String AS_OF = "publication.as-of";

	private static final String CHANGED = "publication.changed";

	private static final String CARRIED = "publication.carried.";

	private static final String BUILT = "publication.built";

	private static final String CHECKED = "publication.checked";

	/** The publication of a running step. */
	static Publication of(StepExecution step) {
		Publication found = find(contextOf(step));
		if (found == null) {
			throw new IllegalStateException("step " + step.getStepName() + " runs before begin-publication");
		}
		return found;
	}

	static @Nullable Publication find(ExecutionContext context) {
		if (!context.containsKey(ID)) {
			return null;
		}
		return new Publication(context.getLong(ID), Boolean.parseBoolean(context.getString(FULL)),
				context.getLong(FIRST_LOAD), context.getLong(LAST_LOAD), LocalDate.parse(context.getString(AS_OF)),
				parse(context.getString(CHANGED), Fact.class));
	}

	void keepIn(ExecutionContext context) {
		context.putLong(ID, this.id);
		context.putString(FULL, Boolean.toString(this.full));
		context.putLong(FIRST_LOAD, this.firstLoad);
		context.putLong(LAST_LOAD, this.lastLoad);
		context.putString(AS_OF, this.asOf.toString());
		context.putString(CHANGED, format(this.changed));
		context.remove(BUILT);
	}

	boolean hasLoads() {
		return this.firstLoad <= this.lastLoad;
	}

	/** Whether a fact has rows to carry over; aside nothing is deleted. */
	boolean carries(Fact fact) {
		return this.changed.contains(fact) && !(this.full && fact == Fact.DELETED_SESSIONS);
	}

	/** Whether another look at the loads gave the same. */
	boolean isOfSameLoadsAs(Publication other) {
		return this.full == other.full && this.firstLoad == other.firstLoad && this.lastLoad == other.lastLoad;
	}

	boolean hasCarried(Fact fact, StepExecution step) {
		return contextOf(step).getLong(CARRIED + fact.words(), -1) == this.id;
	}

	void noteCarried(Fact fact, StepExecution step) {
		contextOf(step).putLong(CARRIED + fact.words(), this.id);
	}

	/** The marts that were built aside for this publication. */
	Set<Mart> built(StepExecution step) {
		return parse(contextOf(step).getString(BUILT, ""), Mart.class);
	}

	void noteBuilt(Set<Mart> marts, StepExecution step) {
		contextOf(step).putString(BUILT, format(marts));
	}

	/**
	 * Whether the marts agree with DDS, so that they may be swapped in, or are already.
	 */
	boolean isChecked(StepExecution step) {
		return contextOf(step).getLong(CHECKED, -1) == this.id;
	}

	void noteChecked(StepExecution step) {
		contextOf(step).putLong(CHECKED, this.id);
	}

	private static ExecutionContext contextOf(StepExecution step) {
		return step.getJobExecution().getExecutionContext();
	}

	private static String format(Set<? extends Enum<?>> names) {
		return names.stream().map(Enum::name).collect(Collectors.joining(","));
	}

	private static <E extends Enum<E>> Set<E> parse(String names, Class<E> type) {
		return Arrays.stream(names.split(","))
			.filter((name) -> !name.isEmpty())
			.map((name) -> Enum.valueOf(type, name))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
	}

}
