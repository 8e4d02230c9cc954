package io.cartpulse.schedule;

import java.util.Properties;

import io.cartpulse.launch.JobRuns;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Quartz, which starts jobs by their schedules. It begins when it is told to, for not
 * every process that can run jobs stays up.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleSettings.class)
class QuartzConfiguration {

	@Bean
	SchedulerFactoryBeanCustomizer schedulerOnDemand() {
		return (factory) -> {
			factory.setAutoStartup(false);
			factory.setWaitForJobsToCompleteOnShutdown(true);
		};
	}

	/** Of PostgreSQL's store alone: a store in memory refuses these properties. */
	@Bean
	@ConditionalOnProperty(name = "spring.quartz.job-store-type", havingValue = "jdbc")
	SchedulerFactoryBeanCustomizer clusteredStore(QuartzProperties quartz) {
		Properties properties = new Properties();
		properties.put("org.quartz.scheduler.instanceId", "AUTO");
		// other instances hear of a changed schedule when they next look
		properties.put("org.quartz.scheduler.idleWaitTime", "5000");
		properties.put("org.quartz.threadPool.threadCount", "2");
		properties.put("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
		properties.put("org.quartz.jobStore.driverDelegateInitString",
				"triggerPersistenceDelegateClasses=" + ZonedCronTriggerDelegate.class.getName());
		properties.put("org.quartz.jobStore.tablePrefix", "quartz.qrtz_");
		properties.put("org.quartz.jobStore.isClustered", "true");
		properties.put("org.quartz.jobStore.clusterCheckinInterval", "5000");
		properties.put("org.quartz.jobStore.useProperties", "true");
		properties.putAll(quartz.getProperties());
		return (factory) -> factory.setQuartzProperties(properties);
	}

	@Bean
	ScheduledRuns scheduledRuns(JobRuns runs) {
		return ScheduledRuns.of(runs);
	}

}
