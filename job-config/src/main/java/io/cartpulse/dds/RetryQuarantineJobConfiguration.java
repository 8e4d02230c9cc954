package io.cartpulse.dds;

import io.cartpulse.batch.KnownJob;
import io.cartpulse.batch.LayerLockListener;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.dds.QuarantineReader.Retried;
import io.cartpulse.source.RecordType;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Job {@code retry-quarantine}: open records of the quarantine, with their corrections,
 * become facts in DDS, exactly as if they had come right. Grain: one quarantined record,
 * which ends as resolved or stays open with one more attempt. A rerun is safe: what is
 * resolved is read no more.
 */
@Configuration(proxyBeanMethods = false)
class RetryQuarantineJobConfiguration {

	@Bean("retry-quarantine")
	Job retryQuarantine(JobRepository repository, LoadSteps steps, LayerLocks locks) {
		return new JobBuilder("retry-quarantine", repository)
			.listener(new LayerLockListener(locks, KnownJob.RETRY_QUARANTINE))
			.start(steps.beginRetry())
			.next(steps.retry(RecordType.USER_PROFILE, Retried.ALL))
			.next(steps.retry(RecordType.USER_DEVICE, Retried.ALL))
			.next(steps.retry(RecordType.USER_LOCATION, Retried.ALL))
			.next(steps.retry(RecordType.ORDER, Retried.ALL))
			.next(steps.retry(RecordType.ORDER_ITEM, Retried.ALL))
			.next(steps.retry(RecordType.ORDER_STATUS, Retried.ALL))
			.next(steps.retry(RecordType.EVENT, Retried.ALL))
			.next(steps.retry(RecordType.CAMPAIGN_EVENT, Retried.ALL))
			.next(steps.deriveOrders())
			.next(steps.deriveSessions())
			.next(steps.applyAttributes())
			.next(steps.finishLoad())
			.build();
	}

}
