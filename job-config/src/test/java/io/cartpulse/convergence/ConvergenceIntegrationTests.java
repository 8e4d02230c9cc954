package io.cartpulse.convergence;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * DDS and every mart are a function of the set of records received. Each case takes a
 * random set, loads it in one clean run, then once more in any other way: on other
 * partitions, in another order, some records twice, cut into runs of which some are
 * stopped and two at most die by kill -9, one at a place and one at a time; these are
 * taken up again or given up. Both must end in the same rows.
 *
 * <p>
 * System property {@code cartpulse.cases}: how many cases (25), {@code cartpulse.seed}:
 * the first one's seed, so that a failing case runs alone with {@code cartpulse.cases=1}.
 */
class ConvergenceIntegrationTests {

	private static final int ENOUGH_CASES = 25;

	private static final int CASES = Integer.getInteger("cartpulse.cases", ENOUGH_CASES);

	private static final long FIRST_SEED = Long.getLong("cartpulse.seed", 1);

	private static final int MOST_PASSES = 4;

	private static final Map<KillPoint, Integer> kills = new EnumMap<>(KillPoint.class);

	private static int stops;

	private static int elsewhere;

	private static Warehouse warehouse;

	private static PipelineProcess spare;

	/**
	 * How long a run of the killable process takes; the first guess is soon corrected.
	 */
	private static Duration runLength = Duration.ofSeconds(3);

	@BeforeAll
	static void start() {
		warehouse = new Warehouse();
		spare = PipelineProcess.start(warehouse.properties());
	}

	static LongStream seeds() {
		return LongStream.range(FIRST_SEED, FIRST_SEED + CASES);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void rowsFollowFromTheSetOfRecordsAlone(long seed) {
		List<StoreRecord> records = RecordSet.of(seed);
		Map<String, List<String>> expected = clean(records);
		Random random = new Random(seed);
		Delivery delivery = Delivery.random(records, random);

		warehouse.empty();
		boolean killedAtATime = false;
		for (List<Delivery.Sent> arrived : delivery.runs()) {
			warehouse.receive(arrived);
			int choice = random.nextInt(delivery.runs().size() + 2);
			if (seed % 2 == 1 && arrived == delivery.fullest()) {
				runAndKillAtAPlace(seed / 2);
			}
			else if (choice == 0) {
				warehouse.runAndStop(Duration.ofMillis(random.nextInt(1_500)));
				stops++;
				giveUpOrNot(random);
			}
			else if (choice <= 2 && !killedAtATime) {
				killedAtATime = true;
				runAndKillAtATime(random);
				giveUpOrNot(random);
			}
			else {
				assertCompleted(warehouse.run());
			}
		}
		assertCompleted(warehouse.run());

		assertThat(warehouse.unaccountedFor()).as("offsets unaccounted for, seed %d", seed).isZero();
		assertThat(warehouse.unread()).as("rows without one end, seed %d", seed).isZero();
		assertThat(warehouse.received()).as("records in RAW, seed %d", seed)
			.isEqualTo(delivery.runs().stream().mapToLong(List::size).sum());
		Map<String, List<String>> found = warehouse.contents();
		expected.forEach((table, rows) -> assertThat(found.get(table)).as("%s, seed %d", table, seed).isEqualTo(rows));
	}

	private static Map<String, List<String>> clean(List<StoreRecord> records) {
		warehouse.empty();
		warehouse.receive(Delivery.clean(records).runs().get(0));
		assertCompleted(warehouse.run());
		assertThat(warehouse.unaccountedFor()).isZero();
		return warehouse.contents();
	}

	/** What did not end is taken up again by the next run, or replaced by a new one. */
	private static void giveUpOrNot(Random random) {
		if (random.nextBoolean()) {
			warehouse.giveUp();
		}
	}

	/**
	 * The first cases kill at each place when it is first met, those after them later.
	 */
	private static void runAndKillAtAPlace(long number) {
		KillPoint[] places = KillPoint.values();
		long passes = number / places.length % MOST_PASSES;
		withProcess((process) -> process.runAndKillAt(places[(int) (number % places.length)], (int) passes));
	}

	/** At a time that is uniform over a run's length. */
	private static void runAndKillAtATime(Random random) {
		Duration time = Duration.ofMillis(random.nextLong(runLength.toMillis()));
		withProcess((process) -> process.runAndKillAfter(time).ifPresent((faster) -> runLength = faster));
	}

	private static void withProcess(Consumer<PipelineProcess> run) {
		PipelineProcess process = spare;
		process.awaitReady();
		run.accept(process);
		process.killedAt().ifPresentOrElse((point) -> kills.merge(point, 1, Integer::sum), () -> elsewhere++);
		process.close();
		spare = PipelineProcess.start(warehouse.properties());
	}

	private static void assertCompleted(List<JobExecution> runs) {
		assertThat(runs)
			.allSatisfy((run) -> assertThat(run.getStatus()).as(() -> run.getAllFailureExceptions().toString())
				.isEqualTo(BatchStatus.COMPLETED));
	}

	@AfterAll
	static void stop() {
		spare.close();
		warehouse.close();
		System.out.printf("%d cases from seed %d: kills %s, elsewhere %d, stops %d%n", CASES, FIRST_SEED, kills,
				elsewhere, stops);
		if (CASES >= ENOUGH_CASES) {
			assertThat(kills).containsOnlyKeys(KillPoint.values());
		}
	}

}
