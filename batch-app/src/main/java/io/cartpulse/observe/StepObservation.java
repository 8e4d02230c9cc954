package io.cartpulse.observe;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Lets the steps of all jobs be observed. Spring Batch sees to those that are beans; most
 * of ours are not. Single rows are left out, see {@link ObserveConfiguration}: what that
 * costs, 40 ns each, is lost in the time of the row.
 */
@Component
class StepObservation implements SmartInitializingSingleton {

	private final ObjectProvider<Job> jobs;

	private final ObservationRegistry registry;

	StepObservation(ObjectProvider<Job> jobs, ObservationRegistry registry) {
		this.jobs = jobs;
		this.registry = registry;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.jobs.stream()
			.filter(AbstractJob.class::isInstance)
			.map(AbstractJob.class::cast)
			.forEach(this::observeStepsOf);
	}

	private void observeStepsOf(AbstractJob job) {
		job.getStepNames()
			.stream()
			.map(job::getStep)
			.filter(AbstractStep.class::isInstance)
			.map(AbstractStep.class::cast)
			.forEach((step) -> step.setObservationRegistry(this.registry));
	}

}
