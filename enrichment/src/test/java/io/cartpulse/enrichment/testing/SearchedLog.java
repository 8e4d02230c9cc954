package io.cartpulse.enrichment.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * All that anybody logs, at the finest level, until it is closed.
 */
public final class SearchedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Map<Logger, Level> levels = new HashMap<>();

	private final List<Appender<ILoggingEvent>> others = new CopyOnWriteArrayList<>();

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private SearchedLog() {
		start();
		for (Iterator<Appender<ILoggingEvent>> all = this.root.iteratorForAppenders(); all.hasNext();) {
			this.others.add(all.next());
		}
		this.others.forEach(this.root::detachAppender);
		this.root.addAppender(this);
		for (Logger logger : ((LoggerContext) LoggerFactory.getILoggerFactory()).getLoggerList()) {
			if (logger.getLevel() != null) {
				this.levels.put(logger, logger.getLevel());
				logger.setLevel(Level.TRACE);
			}
		}
	}

	public static SearchedLog open() {
		return new SearchedLog();
	}

	/**
	 * Messages and stack traces.
	 */
	public String text() {
		return this.events.stream()
			.map((event) -> event.getLoggerName() + " " + event.getFormattedMessage()
					+ ThrowableProxyUtil.asString(event.getThrowableProxy()))
			.collect(Collectors.joining("\n"));
	}

	/**
	 * An exception as a careless caller would print it.
	 */
	public static String printed(Throwable ex) {
		StringWriter text = new StringWriter();
		ex.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Override
	public void close() {
		this.levels.forEach(Logger::setLevel);
		this.root.detachAppender(this);
		this.others.forEach(this.root::addAppender);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.events.add(event);
	}

}
