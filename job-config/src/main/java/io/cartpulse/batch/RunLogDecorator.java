package io.cartpulse.batch;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.core.task.TaskDecorator;

/**
 * Lets the log lines of a run's worker threads name the run, as those of its own thread
 * do.
 */
public final class RunLogDecorator implements TaskDecorator {

	@Override
	public Runnable decorate(Runnable task) {
		Map<String, @Nullable String> ofRun = MDC.getCopyOfContextMap();
		return () -> {
			if (ofRun != null) {
				MDC.setContextMap(ofRun);
			}
			try {
				task.run();
			}
			finally {
				MDC.clear();
			}
		};
	}

}
