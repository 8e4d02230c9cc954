package io.cartpulse.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.raw.DeadLetterBox;
import io.cartpulse.raw.KafkaSourceException;
import io.cartpulse.raw.LetterId;
import io.cartpulse.raw.LetterReply;
import io.cartpulse.warehouse.DeadLetterOutcome.LetterResult;

import org.springframework.stereotype.Component;

/**
 * Edits dead letters, sends them again and gives them up: bounded, and noted in the
 * audit.
 */
@Component
public class DeadLetterActions {

	/** With how many letters something is done at once. */
	public static final int MOST = 1000;

	private final DeadLetterBox box;

	private final DeadLetters letters;

	private final AuditLog audit;

	DeadLetterActions(DeadLetterBox box, DeadLetters letters, AuditLog audit) {
		this.box = box;
		this.letters = letters;
		this.audit = audit;
	}

	/**
	 * Sends open letters to the topic again, as they are or as they were edited; the next
	 * run of kafka-to-raw reads them.
	 * @throws ProblemException when the choice cannot be read, or Kafka does not answer
	 */
	public DeadLetterOutcome replay(DeadLetterChoice choice, Caller caller) {
		return withChosen(choice, caller, "dead-letter.replay", (chosen) -> {
			try {
				return this.box.replay(chosen, caller.name());
			}
			catch (KafkaSourceException ex) {
				throw new ProblemException(ProblemCode.KAFKA_DOWN, ex.getMessage() + ". Nothing was sent.");
			}
		});
	}

	/**
	 * Gives open letters up for good.
	 * @throws ProblemException when the choice cannot be read
	 */
	public DeadLetterOutcome discard(DeadLetterChoice choice, Caller caller) {
		return withChosen(choice, caller, "dead-letter.discard", (chosen) -> this.box.discard(chosen, caller.name()));
	}

	/**
	 * Keeps what is to be sent in place of an open letter; what was received is kept.
	 * @param id the letter
	 * @param payload the message as it should have come
	 * @param caller who does it
	 * @throws ProblemException when there is no such letter, when it is not open, or when
	 * the payload cannot be read
	 */
	public void edit(String id, String payload, Caller caller) {
		LetterId letter = parsed(id);
		this.audit.audited(caller, "dead-letter.edit", "letter " + letter, "", () -> {
			LetterReply reply = this.box.edit(letter, payload, caller.name());
			if (reply.outcome() != LetterReply.Outcome.DONE) {
				throw new ProblemException(code(reply.outcome()), reply.detail() + " Nothing has changed.",
						(reply.outcome() == LetterReply.Outcome.STATE)
								? Map.of("allowedStates", List.of(DeadLetterFilter.OPEN)) : Map.of());
			}
			return id;
		});
	}

	private DeadLetterOutcome withChosen(DeadLetterChoice choice, Caller caller, String action,
			Function<List<LetterId>, List<LetterReply>> work) {
		List<LetterId> found = chosen(choice);
		List<LetterId> chosen = found.subList(0, Math.min(found.size(), MOST));
		return this.audit.audited(caller, action, choice.words(), chosen.toString(), DeadLetterActions::word,
				() -> new DeadLetterOutcome(found.size() > MOST,
						work.apply(chosen).stream().map(DeadLetterActions::result).toList()));
	}

	private static String word(DeadLetterOutcome outcome) {
		return BulkOutcome.of(outcome.results().stream().map(LetterResult::code).toList());
	}

	private List<LetterId> chosen(DeadLetterChoice choice) {
		List<String> ids = choice.ids();
		DeadLetterFilter filter = choice.filter();
		if ((ids == null) == (filter == null)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "Give either ids or filter.");
		}
		return (ids != null) ? named(ids) : found(Objects.requireNonNull(filter));
	}

	private static List<LetterId> named(List<String> ids) {
		if (ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "ids must name 1 to " + MOST + " letters.");
		}
		return ids.stream().distinct().map(DeadLetterActions::parsed).toList();
	}

	private static LetterId parsed(String id) {
		return LetterId.parse(id)
			.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_RECORD, "There is no such dead letter."));
	}

	private List<LetterId> found(DeadLetterFilter filter) {
		if (filter.state() != null && !filter.state().equals(DeadLetterFilter.OPEN)) {
			throw new ProblemException(ProblemCode.UNUSABLE_VALUE, "Only open letters can be chosen: leave out state.");
		}
		return this.letters.open(filter, MOST + 1);
	}

	private static LetterResult result(LetterReply reply) {
		boolean done = reply.outcome() == LetterReply.Outcome.DONE;
		return new LetterResult(reply.letter().toString(), done, done ? null : code(reply.outcome()).code(),
				done ? null : reply.detail());
	}

	private static ProblemCode code(LetterReply.Outcome outcome) {
		return switch (outcome) {
			case UNKNOWN -> ProblemCode.UNKNOWN_RECORD;
			case STATE -> ProblemCode.STATE_FORBIDS;
			case UNREADABLE -> ProblemCode.UNUSABLE_VALUE;
			case KAFKA -> ProblemCode.KAFKA_DOWN;
			case DONE -> throw new IllegalArgumentException("nothing went wrong");
		};
	}

}
