package io.cartpulse.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * All that is logged meanwhile, down to the finest level, stack traces included; but not
 * by the stand-ins of other services.
 */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	/**
	 * The stand-ins' server notes each request, once an application has bridged its log.
	 */
	private static final String STAND_IN = "com.sun.net.httpserver";

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Level before = this.root.getLevel();

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private LogCapture() {
		setContext(this.root.getLoggerContext());
		start();
		this.root.iteratorForAppenders().forEachRemaining((appender) -> {
			ThresholdFilter asBefore = new ThresholdFilter();
			asBefore.setLevel(String.valueOf(this.before));
			asBefore.start();
			appender.clearAllFilters();
			appender.addFilter(asBefore);
		});
		this.root.addAppender(this);
		this.root.setLevel(Level.TRACE);
	}

	/** Begins to listen. */
	public static LogCapture begin() {
		return new LogCapture();
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (event.getLoggerName().startsWith(STAND_IN)) {
			return;
		}
		String trace = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
				: "";
		this.lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + trace);
	}

	public List<String> lines() {
		return List.copyOf(this.lines);
	}

	@Override
	public void close() {
		this.root.setLevel(this.before);
		this.root.detachAppender(this);
		stop();
	}

}
