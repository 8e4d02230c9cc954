package io.cartpulse.alert.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cartpulse.batch.KnownJob;

/**
 * Notes what is asked for.
 */
final class FakeActions implements ChatActions {

	final List<String> done = new ArrayList<>();

	@Override
	public synchronized long launch(KnownJob job, Map<String, String> parameters, String actor) {
		if (job == KnownJob.INIT_DWH) {
			throw new ChatRefusalException("layer RAW is held by pipeline, execution 3");
		}
		this.done.add("launch " + job.jobName() + " " + new TreeMap<>(parameters) + " by " + actor);
		return 7;
	}

	@Override
	public synchronized long restart(long id, String actor) {
		this.done.add("restart " + id + " by " + actor);
		return id + 1;
	}

}
