package io.cartpulse.convergence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.launch.JobRuns;
import io.cartpulse.testing.PipelineEngines;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The pipeline in a process of its own, which is there to be killed. It does what it is
 * told on standard input: {@code wait at MARK|N}, {@code run DAY}.
 */
final class KillablePipeline {

	static final String READY = "ready";

	static final String ENDED = "ended ";

	private KillablePipeline() {
	}

	public static void main(String[] properties) throws IOException {
		Marks marks = new Marks();
		try (ConfigurableApplicationContext context = PipelineEngines.application(Warehouse.PACKAGES,
				(made) -> made.getBeanFactory().registerSingleton("marks", marks), Arrays.asList(properties))) {
			System.out.println(READY);
			BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String order = orders.readLine(); order != null; order = orders.readLine()) {
				if (order.startsWith("wait at ")) {
					String[] place = order.substring("wait at ".length()).split("\\|");
					marks.waitAt(place[0], Integer.parseInt(place[1]));
				}
				else {
					String day = order.substring("run ".length());
					System.out.println(ENDED + context.getBean(JobRuns.class)
						.run(KnownJob.PIPELINE, Map.of("asOf", day), "a process to be killed")
						.stream()
						.map((run) -> run.getStatus().toString())
						.toList());
				}
			}
		}
	}

}
