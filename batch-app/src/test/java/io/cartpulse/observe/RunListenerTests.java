package io.cartpulse.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.cartpulse.batch.RunLogDecorator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of {@link RunListener}.
 */
class RunListenerTests {

	private static final Map<String, String> OF_RUN = Map.of("job", "pipeline", "execution", "42");

	private final JobExecution execution = new JobExecution(42, new JobInstance(1, "pipeline"), new JobParameters());

	private final List<Object> events = new ArrayList<>();

	private final RunListener listener = new RunListener(this.events::add);

	@AfterEach
	void clear() {
		MDC.clear();
	}

	@Test
	void namesJobAndExecutionFromBeginToEnd() {
		this.listener.beforeJob(this.execution);
		assertThat(MDC.getCopyOfContextMap()).isEqualTo(OF_RUN);
		this.listener.afterJob(this.execution);
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
		assertThat(this.events).hasSize(2);
	}

	@Test
	void namesThemInWorkerThreadsToo() throws ExecutionException, InterruptedException {
		this.listener.beforeJob(this.execution);
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("worker-");
		threads.setTaskDecorator(new RunLogDecorator());
		assertThat(threads.submit(MDC::getCopyOfContextMap).get()).isEqualTo(OF_RUN);
	}

	@Test
	void tellsOfTheEndWhileTheLinesStillBelongToTheRun() {
		RunListener telling = new RunListener((event) -> {
			assertThat(MDC.getCopyOfContextMap()).isEqualTo(OF_RUN);
			this.events.add(event);
		});
		telling.beforeJob(this.execution);
		telling.afterJob(this.execution);
		assertThat(this.events).hasSize(2)
			.last()
			.isInstanceOfSatisfying(RunEnded.class, (ended) -> assertThat(ended.execution()).isSameAs(this.execution));
	}

	@Test
	void cleansUpWhenAListenerFails() {
		RunListener failing = new RunListener((event) -> {
			if (event instanceof RunEnded) {
				throw new IllegalStateException("a listener's own");
			}
		});
		failing.beforeJob(this.execution);
		assertThatIllegalStateException().isThrownBy(() -> failing.afterJob(this.execution));
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

}
