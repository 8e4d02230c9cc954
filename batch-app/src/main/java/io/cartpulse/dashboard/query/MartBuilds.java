package io.cartpulse.dashboard.query;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.cartpulse.batch.SqlFile;
import org.jspecify.annotations.Nullable;

/**
 * Which builds the marts are of. The cards of a page ask within a moment: they are looked
 * at once for all of them. An answer may so be of a newer build than it says, never of an
 * older one.
 */
final class MartBuilds {

	private static final String FIND_BUILDS = SqlFile.read(MartBuilds.class, "find-builds.sql");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final long KEPT = Duration.ofSeconds(2).toNanos();

	private final MartReader marts;

	private final LongSupplier nanoTime;

	private List<MartBuild> known = List.of();

	private long knownSince;

	MartBuilds(MartReader marts, LongSupplier nanoTime) {
		this.marts = marts;
		this.nanoTime = nanoTime;
	}

	/** The builds of some marts, the oldest first. */
	List<MartBuild> of(Set<String> names) {
		return all().stream().filter((build) -> names.contains(build.mart())).toList();
	}

	private synchronized List<MartBuild> all() {
		long now = this.nanoTime.getAsLong();
		if (this.known.isEmpty() || now - this.knownSince > KEPT) {
			this.known = this.marts.ask(FIND_BUILDS, Map.of()).rows().stream().map(MartBuilds::build).toList();
			this.knownSince = now;
		}
		return this.known;
	}

	private static MartBuild build(List<@Nullable Object> row) {
		return new MartBuild(String.valueOf(row.get(0)), Long.parseLong(String.valueOf(row.get(1))),
				LocalDateTime.parse(String.valueOf(row.get(2)), TIME).toInstant(ZoneOffset.UTC));
	}

}
