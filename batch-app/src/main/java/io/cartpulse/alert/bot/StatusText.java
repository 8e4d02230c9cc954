package io.cartpulse.alert.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import io.cartpulse.alert.Links;
import io.cartpulse.observe.PipelineState;
import org.jspecify.annotations.Nullable;

/**
 * What is going on, in a few lines.
 */
class StatusText {

	private final Supplier<Optional<PipelineState>> pipeline;

	private final RunList runs;

	private final Links links;

	private final Clock clock;

	StatusText(Supplier<Optional<PipelineState>> pipeline, RunList runs, Links links, Clock clock) {
		this.pipeline = pipeline;
		this.runs = runs;
		this.links = links;
		this.clock = clock;
	}

	String status() {
		List<String> lines = new ArrayList<>();
		this.pipeline.get().ifPresent((state) -> lines.addAll(lines(state)));
		this.runs.last().forEach((run) -> lines.add(line(run)));
		return lines.isEmpty() ? "nothing has run yet" : String.join("\n", lines);
	}

	String failed() {
		List<String> lines = this.runs.failed()
			.stream()
			.map((run) -> line(run) + "\n" + this.links.execution(run.id()))
			.toList();
		return lines.isEmpty() ? "no execution waits to be restarted" : String.join("\n", lines);
	}

	private List<String> lines(PipelineState state) {
		String lag = (state.lag() != null) ? String.format(Locale.ROOT, "%,d", state.waitingInKafka())
				: "unknown (no answer)";
		return List.of("waiting in Kafka: " + lag,
				String.format(Locale.ROOT, "waiting in RAW: %,d", state.unreadRows()),
				String.format(Locale.ROOT, "waiting in DDS: %,d", state.unpublishedRecords()),
				"newest event in the marts: " + ago(state.newestEventAt()), String.format(Locale.ROOT,
						"in quarantine: %,d; dead letters: %,d", state.openQuarantine(), state.deadLetters()));
	}

	private String line(RunList.Line run) {
		String since = (run.endedAt() != null) ? ", " + ago(run.endedAt()) : "";
		return "%s: execution %d %s%s".formatted(run.job(), run.id(), run.status().toLowerCase(Locale.ROOT), since);
	}

	private String ago(@Nullable Instant moment) {
		if (moment == null) {
			return "unknown";
		}
		Duration time = Duration.between(moment, this.clock.instant());
		if (time.toMinutes() < 1) {
			return Math.max(0, time.toSeconds()) + " s ago";
		}
		return (time.toHours() < 1) ? time.toMinutes() + " min ago"
				: "%d h %d min ago".formatted(time.toHours(), time.toMinutesPart());
	}

}
