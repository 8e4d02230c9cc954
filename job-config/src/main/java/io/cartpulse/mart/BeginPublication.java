package io.cartpulse.mart;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import io.cartpulse.batch.StepRows;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Fixes what the run publishes. A restart goes on with the same publication, unless DDS
 * has moved on or another run has begun one in between: then it begins anew.
 */
final class BeginPublication implements Tasklet {

	private final PublicationLog log;

	private final AsideTables aside;

	private final MartSettings settings;

	private final Clock clock;

	BeginPublication(PublicationLog log, AsideTables aside, MartSettings settings, Clock clock) {
		this.log = log;
		this.aside = aside;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		ExecutionContext context = step.getJobExecution().getExecutionContext();
		Publication kept = Publication.find(context);
		Publication found = look(step, kept);
		if (kept == null || !kept.isOfSameLoadsAs(found) || !this.log.isLatest(kept)) {
			begin(found);
			found.keepIn(context);
		}
		return RepeatStatus.FINISHED;
	}

	private void begin(Publication publication) {
		this.log.noteBegun(publication);
		if (publication.full()) {
			for (String table : Fact.tables()) {
				this.aside.make(Databases.WAREHOUSE, table, SwapFacts.stamp(publication));
			}
		}
	}

	private Publication look(StepExecution step, @Nullable Publication kept) {
		PublicationLog.Loads loads = this.log.loads();
		if (loads.unfinished()) {
			throw new IllegalStateException("a run of raw-to-dds or pipeline was left before its end, so DDS is not in"
					+ " order: restart that run, then this one; the marts stay as they are");
		}
		boolean anyLoad = loads.last() > 0;
		boolean full = anyLoad && (loads.madeAnew() || isFullAskedFor(step) || !this.log.isClickHouseComplete());
		boolean nothing = !full && loads.lastUnpublished() == 0;
		long firstLoad = full ? 0 : loads.firstUnpublished();
		Set<Fact> changed = changed(full, nothing, firstLoad, step);
		LocalDate asOf = (kept != null) ? kept.asOf() : asOf(step);
		return new Publication(step.getJobExecution().getId(), full, nothing ? 1 : firstLoad,
				nothing ? 0 : loads.last(), asOf, changed);
	}

	private Set<Fact> changed(boolean full, boolean nothing, long firstLoad, StepExecution step) {
		if (nothing) {
			return EnumSet.noneOf(Fact.class);
		}
		Set<Fact> changed = EnumSet.noneOf(Fact.class);
		this.log.rowsSince(firstLoad).forEach((fact, rows) -> {
			StepRows.put(step.getJobExecution().getExecutionContext(), "publish-" + fact.words(), rows);
			if (full || rows > 0) {
				changed.add(fact);
			}
		});
		return changed;
	}

	private static boolean isFullAskedFor(StepExecution step) {
		JobParameter<?> mode = step.getJobParameters().getParameter("mode");
		return mode != null && "full".equals(mode.value().toString());
	}

	private LocalDate asOf(StepExecution step) {
		JobParameter<?> asOf = step.getJobParameters().getParameter("asOf");
		return (asOf != null) ? LocalDate.parse(asOf.value().toString())
				: LocalDate.now(this.clock.withZone(this.settings.zone()));
	}

}
