package io.cartpulse.testing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A job of a context, to be run and run again.
 */
public final class JobUnderTest {

	private final JobOperator operator;

	private final Job job;

	/** Runs of other tests are no runs of this one. */
	private final String test = UUID.randomUUID().toString();

	public JobUnderTest(ConfigurableApplicationContext context, String name) {
		this.operator = context.getBean(JobOperator.class);
		this.job = context.getBean(name, Job.class);
	}

	/**
	 * Runs the job for the first time under a name of its own.
	 */
	public JobExecution run() {
		return run(UUID.randomUUID().toString());
	}

	/**
	 * Runs the job; the same name again restarts a failed run.
	 * @param parameters further job parameters, {@code name=value}
	 */
	public JobExecution run(String name, String... parameters) {
		JobParametersBuilder builder = new JobParametersBuilder().addString("run", this.test + name);
		for (String parameter : parameters) {
			String[] pair = parameter.split("=", 2);
			builder.addString(pair[0], pair[1]);
		}
		try {
			return this.operator.start(this.job, builder.toJobParameters());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Why a run failed: its exceptions with all their causes, in words.
	 */
	public static List<String> failures(JobExecution execution) {
		return execution.getAllFailureExceptions().stream().flatMap(JobUnderTest::causes).toList();
	}

	/**
	 * A step of a run.
	 */
	public static StepExecution step(JobExecution execution, String name) {
		return execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStepName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Stream<String> causes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause).map(String::valueOf);
	}

}
