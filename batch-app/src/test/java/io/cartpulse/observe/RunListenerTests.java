package io.cartpulse.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of {@link RunListener}.
 */
class RunListenerTests {

	private static final Map<String, String> OF_RUN = Map.of("job", "pipeline", "execution", "42");

	private final JobExecution execution = new JobExecution(42, new JobInstance(1, "pipeline"), new JobParameters());

	private final StepExecution step = new StepExecution(7, "load-raw", this.execution);

	private final List<Object> events = new ArrayList<>();

	private final RunListener listener = new RunListener(this.events::add);

	@AfterEach
	void clear() {
		MDC.clear();
	}

	@Test
	void namesJobAndExecutionFromBeginToEnd() {
		this.listener.beforeJob(this.execution);
		this.listener.beforeStep(this.step);
		assertThat(MDC.getCopyOfContextMap()).isEqualTo(OF_RUN);
		this.listener.afterStep(this.step);
		assertThat(MDC.getCopyOfContextMap()).isEqualTo(OF_RUN);
		this.listener.afterJob(this.execution);
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

	@Test
	void namesThemInAWorkersThreadWhileItsStepRuns() throws ExecutionException, InterruptedException {
		this.listener.beforeJob(this.execution);
		FutureTask<List<Map<String, String>>> worker = new FutureTask<>(() -> {
			MDC.clear();
			this.listener.beforeStep(this.step);
			Map<String, String> during = Map.copyOf(MDC.getCopyOfContextMap());
			this.listener.afterStep(this.step);
			Map<String, String> after = MDC.getCopyOfContextMap();
			return List.of(during, (after != null) ? after : Map.of());
		});
		new Thread(worker).start();
		assertThat(worker.get()).containsExactly(OF_RUN, Map.of());
	}

	@Test
	void tellsOfTheEndWhileTheLinesStillBelongToTheRun() {
		RunListener telling = new RunListener((event) -> assertThat(MDC.getCopyOfContextMap()).isEqualTo(OF_RUN)
			.satisfies((of) -> this.events.add(event)));
		telling.beforeJob(this.execution);
		telling.afterJob(this.execution);
		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(RunEnded.class, (ended) -> assertThat(ended.execution()).isSameAs(this.execution));
	}

	@Test
	void cleansUpWhenAListenerFails() {
		RunListener failing = new RunListener((event) -> {
			throw new IllegalStateException("a listener's own");
		});
		failing.beforeJob(this.execution);
		assertThatIllegalStateException().isThrownBy(() -> failing.afterJob(this.execution));
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

}
