package io.cartpulse.warehouse;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.dds.Quarantine;
import io.cartpulse.dds.QuarantineRefusalException;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.paging.SearchJdbc;
import io.cartpulse.paging.SearchSql;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.warehouse.QuarantineOutcome.RecordResult;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Replays, discards and edits quarantined records: bounded, and noted in the audit.
 */
@Component
public class QuarantineActions {

	/** With how many records something is done at once. */
	public static final int MOST = 1000;

	private static final SearchSql FIND_OPEN = SearchSql.read(QuarantineActions.class, "find-open-records.sql");

	private static final SearchSql FIND_STATES = SearchSql.read(QuarantineActions.class, "find-record-states.sql");

	private static final String OPEN = "open";

	private final Quarantine quarantine;

	private final ExecutionActions executions;

	private final SearchJdbc search;

	private final AuditLog audit;

	QuarantineActions(Quarantine quarantine, ExecutionActions executions, SearchJdbc search, AuditLog audit) {
		this.quarantine = quarantine;
		this.executions = executions;
		this.search = search;
		this.audit = audit;
	}

	/**
	 * Has open records tried again, by a run of retry-quarantine. Once more changes
	 * nothing for those that were accepted.
	 * @throws ProblemException when the choice cannot be read, or another run is in the
	 * way
	 */
	public QuarantineOutcome replay(QuarantineChoice choice, Caller caller) {
		return withChosen(choice, caller, "quarantine.replay", (ids) -> {
			List<Long> open = this.quarantine.requestRetry(ids);
			return new Done(open, open.isEmpty() ? null : launch(open.size(), caller));
		});
	}

	private long launch(int records, Caller caller) {
		try {
			return this.executions.launch(KnownJob.RETRY_QUARANTINE, Map.of("which", "requested"),
					"replay of " + records + ((records == 1) ? " quarantined record" : " quarantined records"), caller);
		}
		catch (ProblemException ex) {
			throw new ProblemException(ex.code(),
					ex.getMessage()
							+ " The records stay marked for the next replay: send this again when that run has ended.",
					ex.more());
		}
	}

	/**
	 * Gives open records up for good.
	 * @throws ProblemException when the choice cannot be read
	 */
	public QuarantineOutcome discard(QuarantineChoice choice, Caller caller) {
		return withChosen(choice, caller, "quarantine.discard",
				(ids) -> new Done(this.quarantine.discard(ids, caller.name()), null));
	}

	/**
	 * Gives an open record other contents; what was received is kept.
	 * @param id the record
	 * @param payload a JSON object of the same type
	 * @param caller who does it
	 * @throws ProblemException when there is no such record, when it is not open, or when
	 * the payload cannot be read
	 */
	public void edit(long id, String payload, Caller caller) {
		this.audit.audited(caller, "quarantine.edit", "record " + id, "", () -> {
			try {
				this.quarantine.edit(id, payload, caller.name());
				return id;
			}
			catch (QuarantineRefusalException ex) {
				throw problem(ex);
			}
		});
	}

	private static ProblemException problem(QuarantineRefusalException refusal) {
		String detail = refusal.getMessage() + ". Nothing has changed.";
		return switch (refusal.kind()) {
			case UNKNOWN -> new ProblemException(ProblemCode.UNKNOWN_RECORD, detail);
			case STATE ->
				new ProblemException(ProblemCode.STATE_FORBIDS, detail, Map.of("allowedStates", List.of(OPEN)));
			case PAYLOAD -> new ProblemException(ProblemCode.UNUSABLE_VALUE, detail);
		};
	}

	private QuarantineOutcome withChosen(QuarantineChoice choice, Caller caller, String action, Work work) {
		Chosen chosen = chosen(choice);
		return this.audit.audited(caller, action, choice.words(), chosen.ids().toString(), QuarantineActions::word,
				() -> {
					Done done = work.on(chosen.ids());
					return new QuarantineOutcome(done.executionId(), chosen.more(), results(chosen.ids(), done.ids()));
				});
	}

	private static String word(QuarantineOutcome outcome) {
		return BulkOutcome.of(outcome.results().stream().map(RecordResult::code).toList());
	}

	private Chosen chosen(QuarantineChoice choice) {
		List<Long> ids = choice.ids();
		QuarantineFilter filter = choice.filter();
		if ((ids == null) == (filter == null)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "Give either ids or filter.");
		}
		return (ids != null) ? new Chosen(checked(ids), false) : found(Objects.requireNonNull(filter));
	}

	private static List<Long> checked(List<Long> ids) {
		if (ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "ids must name 1 to " + MOST + " records.");
		}
		return ids.stream().distinct().toList();
	}

	private Chosen found(QuarantineFilter filter) {
		if (filter.state() != null && !filter.state().equals(OPEN)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "Only open records can be chosen: leave out state.");
		}
		Map<String, @Nullable Object> parameters = filter.forSql();
		parameters.put("rows", MOST + 1);
		List<Long> ids = this.search.rows(FIND_OPEN, parameters, (row, number) -> row.getLong("id"));
		return new Chosen(ids.subList(0, Math.min(ids.size(), MOST)), ids.size() > MOST);
	}

	private List<RecordResult> results(List<Long> asked, Collection<Long> done) {
		Set<Long> open = new HashSet<>(done);
		Map<Long, String> states = new HashMap<>();
		if (open.size() < asked.size()) {
			this.search.rows(FIND_STATES, Map.of("ids", asked.toArray(Long[]::new)),
					(row, number) -> states.put(row.getLong("id"), row.getString("state")));
		}
		return asked.stream()
			.map((id) -> open.contains(id) ? new RecordResult(id, true, null, null) : refused(id, states.get(id)))
			.toList();
	}

	private static RecordResult refused(long id, @Nullable String state) {
		return (state != null)
				? new RecordResult(id, false, ProblemCode.STATE_FORBIDS.code(),
						"Record " + id + " is " + state + "; this is possible while it is open.")
				: new RecordResult(id, false, ProblemCode.UNKNOWN_RECORD.code(),
						"There is no quarantined record " + id + ".");
	}

	/**
	 * Records that were chosen.
	 *
	 * @param ids the records
	 * @param more whether there are further ones
	 */
	private record Chosen(List<Long> ids, boolean more) {

	}

	/**
	 * What was done.
	 *
	 * @param ids with which records
	 * @param executionId by which execution
	 */
	private record Done(List<Long> ids, @Nullable Long executionId) {

	}

	/**
	 * Does something with records.
	 */
	private interface Work {

		Done on(List<Long> ids);

	}

}
