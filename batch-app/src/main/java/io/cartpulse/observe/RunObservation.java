package io.cartpulse.observe;

import org.springframework.batch.core.job.AbstractJob;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationEventPublisherAware;
import org.springframework.stereotype.Component;

/**
 * Lets all jobs be listened to, without their knowing it.
 */
@Component
class RunObservation implements BeanPostProcessor, ApplicationEventPublisherAware {

	private RunListener listener = new RunListener((event) -> {
	});

	@Override
	public void setApplicationEventPublisher(ApplicationEventPublisher publisher) {
		this.listener = new RunListener(publisher);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractJob job) {
			job.registerJobExecutionListener(this.listener);
		}
		return bean;
	}

}
