package io.cartpulse.raw;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How far a run reads: kept in the job's execution context, so with the job instance.
 *
 * @param sourceId the source in etl.sources
 * @param topic the topic's name
 * @param ends the first offset not to be read, by partition
 */
record FixedOffsets(long sourceId, String topic, SortedMap<Integer, Long> ends) {

	private static final String SOURCE_ID = "raw.sourceId";

	private static final String TOPIC = "raw.topic";

	private static final String ENDS = "raw.endOffsets";

	void writeTo(ExecutionContext context) {
		context.putLong(SOURCE_ID, this.sourceId);
		context.putString(TOPIC, this.topic);
		context.putString(ENDS,
				this.ends.entrySet()
					.stream()
					.map((end) -> end.getKey() + "=" + end.getValue())
					.collect(Collectors.joining(" ")));
	}

	static FixedOffsets readFrom(ExecutionContext context) {
		SortedMap<Integer, Long> ends = new TreeMap<>();
		for (String end : context.getString(ENDS).split(" ")) {
			String[] parts = end.split("=");
			ends.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
		}
		return new FixedOffsets(context.getLong(SOURCE_ID), context.getString(TOPIC), ends);
	}

	/**
	 * The share of one worker: every so many-th partition.
	 * @param worker the worker's number, from 0
	 * @param workers how many there are
	 * @return the end offsets of its partitions; empty for a worker too many
	 */
	SortedMap<Integer, Long> share(int worker, int workers) {
		SortedMap<Integer, Long> share = new TreeMap<>(this.ends);
		share.keySet().removeIf((partition) -> partition % workers != worker);
		return share;
	}

}
