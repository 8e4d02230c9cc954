package io.cartpulse.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.generator.PublishSummary;
import io.cartpulse.generator.Replay;
import io.cartpulse.launch.StoredRecords;
import org.jspecify.annotations.Nullable;

/**
 * {@code run JOB}: one run, a report, the end.
 */
final class RunCommand {

	private final Session session;

	RunCommand(Session session) {
		this.session = session;
	}

	int execute(Command.Run run) throws Exception {
		requireReadable(run.events());
		KnownJob job = KnownJob.named(run.job()).orElseThrow();
		this.session.start(false, Map.of());
		if (run.events() != null) {
			if (!run.append()) {
				requireNothingStored();
			}
			replay(run.events());
		}
		boolean store = job.writesMarts();
		int exitCode = this.session.tell(this.session.run(job, run.parameters()), store);
		if (store && exitCode == ExitCode.OK) {
			this.session.tellWhereToLook(false);
		}
		return exitCode;
	}

	private static void requireReadable(@Nullable Path events) {
		if (events == null) {
			return;
		}
		if (!Files.exists(events)) {
			throw new UsageException("file " + events + " does not exist");
		}
		if (!Files.isRegularFile(events) || !Files.isReadable(events)) {
			throw new UsageException("file " + events + " cannot be read");
		}
	}

	private void requireNothingStored() {
		Optional<String> stored = this.session.application().get(StoredRecords.class).look();
		if (stored.isPresent()) {
			throw new UsageException(stored.get() + " already. Add --append to put the file's events on top of them, or"
					+ " choose another folder with --data-dir DIR. Nothing has been changed.");
		}
	}

	private void replay(Path events) throws Exception {
		RunningApplication application = this.session.application();
		Replay replay = new Replay(application.property("cartpulse.kafka.bootstrap-servers"),
				application.get(StoredRecords.class).topic());
		this.session.progress().say("Replaying " + events + " …");
		PublishSummary sent = replay.replay(events, this.session.progress()::say);
		this.session.progress()
			.say(String.format(Locale.ROOT, "Replayed %,d messages in %.1f s.", sent.messages(),
					sent.elapsed().toMillis() / 1000.0));
	}

}
