package io.cartpulse.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.generator.EventPublisher;
import io.cartpulse.generator.PublishException;
import io.cartpulse.generator.PublishSummary;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.launch.LaunchRefusedException;
import io.cartpulse.launch.StoredRecords;
import io.cartpulse.report.RunReport;

import org.springframework.batch.core.job.JobExecution;

/**
 * {@code demo}: a small shop's past, its figures, then its present, minute by minute.
 */
final class DemoCommand {

	private static final Duration BETWEEN_RUNS = Duration.ofMinutes(1);

	private final Session session;

	private final Clock clock;

	DemoCommand(Session session, Clock clock) {
		this.session = session;
		this.clock = clock;
	}

	int execute() throws Exception {
		this.session.start(true);
		DemoShop shop = openShop();
		trade(shop);
		int exitCode = this.session.tell(this.session.run(KnownJob.PIPELINE, Map.of()), true);
		if (exitCode != ExitCode.OK) {
			return exitCode;
		}
		this.session.tellWhereToLook(true);
		this.session.terminal().print("");
		while (true) {
			TimeUnit.NANOSECONDS.sleep(BETWEEN_RUNS.toNanos());
			goOn(shop);
		}
	}

	/** The shop of an earlier demo goes on; whatever else the topic holds is no demo. */
	private DemoShop openShop() {
		DemoShopFile file = DemoShopFile.in(this.session.application().property("cartpulse.data-dir"));
		Optional<DemoShop> known = file.read();
		if (known.isPresent()) {
			return known.get();
		}
		Optional<String> stored = this.session.application().get(StoredRecords.class).look();
		if (stored.isPresent()) {
			throw new UsageException(stored.get() + " already, and not from a demo. Choose another folder with"
					+ " --data-dir DIR, or ./cartpulse up to go on with what is there. Nothing has been changed.");
		}
		return DemoShop.open(this.clock.instant(), file);
	}

	private PublishSummary trade(DemoShop shop) {
		Instant now = this.clock.instant();
		this.session.progress().say("Simulating a small shop from " + shop.tradedUntil() + " …");
		try (EventPublisher publisher = publisher()) {
			PublishSummary sent = shop.tradeUntil(now, publisher);
			this.session.progress().say("Published " + sent);
			return sent;
		}
	}

	/** A minute that fails is made up for by the next. */
	private void goOn(DemoShop shop) throws Exception {
		try {
			trade(shop);
			List<JobExecution> runs = this.session.application()
				.get(JobRuns.class)
				.run(KnownJob.PIPELINE, Map.of(), "demo");
			for (JobExecution run : runs) {
				this.session.progress()
					.say(JobRuns.isCompleted(run) ? this.session.report().inOneLine(run)
							: "execution " + run.getId() + " did not complete: " + RunReport.reason(run));
			}
		}
		catch (PublishException | LaunchRefusedException ex) {
			this.session.progress().say(String.valueOf(ex.getMessage()));
		}
	}

	private EventPublisher publisher() {
		return new EventPublisher(this.session.application().property("cartpulse.kafka.bootstrap-servers"),
				this.session.application().get(StoredRecords.class).topic(), this.session.progress()::say);
	}

}
