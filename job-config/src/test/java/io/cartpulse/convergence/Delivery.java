package io.cartpulse.convergence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How a set of records arrives: in which order, on which partitions, some of them twice,
 * and cut into runs.
 *
 * @param runs the records that are there when a run begins and were not before
 */
record Delivery(List<List<Sent>> runs) {

	static final int PARTITIONS = 6;

	private static final int MOST_RUNS = 12;

	/** Everything at once, in the order of time, as a well-behaved producer sends it. */
	static Delivery clean(List<StoreRecord> records) {
		return new Delivery(List.of(records.stream()
			.sorted((one, other) -> one.timestamp().compareTo(other.timestamp()))
			.map((record) -> new Sent(0, record))
			.toList()));
	}

	/** Any other way. */
	static Delivery random(List<StoreRecord> records, Random random) {
		List<StoreRecord> shuffled = new ArrayList<>(records);
		records.stream().filter((record) -> random.nextInt(10) == 0).forEach(shuffled::add);
		Collections.shuffle(shuffled, random);
		int count = 1 + random.nextInt(MOST_RUNS);
		List<List<Sent>> runs = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			runs.add(new ArrayList<>());
		}
		for (StoreRecord record : shuffled) {
			runs.get(random.nextInt(count)).add(new Sent(random.nextInt(PARTITIONS), record));
		}
		return new Delivery(runs);
	}

	/** The run that most arrives for, so that it does something in every stage. */
	List<Sent> fullest() {
		return Collections.max(this.runs, Comparator.comparingInt(List::size));
	}

	/**
	 * A record on its way.
	 *
	 * @param partition where it goes
	 * @param record the record
	 */
	record Sent(int partition, StoreRecord record) {

	}

}
