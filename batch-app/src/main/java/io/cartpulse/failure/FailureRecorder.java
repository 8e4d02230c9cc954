package io.cartpulse.failure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/**
 * Has the failures of every job kept, without the jobs knowing of it.
 */
@Configuration(proxyBeanMethods = false)
class FailureRecorder {

	private static final Logger logger = LoggerFactory.getLogger(FailureRecorder.class);

	@Bean
	static BeanPostProcessor recordFailuresOfJobs(ObjectProvider<Failures> failures) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				if (bean instanceof AbstractJob job) {
					job.registerJobExecutionListener(new Recorder(failures));
				}
				return bean;
			}

		};
	}

	/**
	 * Keeps what made an execution fail, at its end.
	 *
	 * @param failures where
	 */
	private record Recorder(ObjectProvider<Failures> failures) implements JobExecutionListener {

		@Override
		public void afterJob(JobExecution execution) {
			if (execution.getAllFailureExceptions().isEmpty()) {
				return;
			}
			try {
				this.failures.getObject().note(execution);
			}
			catch (DataAccessException ex) {
				// often the database is what failed; the log has the trace
				logger.error("the failure of execution {} could not be kept", execution.getId(), ex);
			}
		}

	}

}
