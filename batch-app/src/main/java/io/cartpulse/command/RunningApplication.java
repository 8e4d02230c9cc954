package io.cartpulse.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.cartpulse.terminal.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The engines and, on top of them, the application. They end in the opposite order, also
 * when the process is told to end.
 */
final class RunningApplication implements AutoCloseable {

	private final Class<?> source;

	private final Progress progress;

	private final EngineStarter engines;

	private volatile @Nullable ConfigurableApplicationContext context;

	private volatile boolean interrupted;

	private boolean closed;

	RunningApplication(Class<?> source, Progress progress) {
		this.source = source;
		this.progress = progress;
		this.engines = new EngineStarter(progress);
	}

	/**
	 * Starts everything.
	 * @param web whether it stays up and listens for HTTP
	 * @param defaults properties that hold where nothing else is configured
	 * @param properties Spring's arguments
	 * @throws Exception when it cannot start; what was started is stopped by
	 * {@link #close()}
	 */
	void start(boolean web, Map<String, String> defaults, List<String> properties) throws Exception {
		start(this.source, web, defaults, properties);
	}

	/**
	 * Starts the engines and a part of the application that does not listen.
	 * @param part the part's class
	 * @param properties Spring's arguments
	 * @throws Exception when it cannot start
	 */
	void startPart(Class<?> part, List<String> properties) throws Exception {
		start(part, false, Map.of(), properties);
	}

	private void start(Class<?> source, boolean web, Map<String, String> defaults, List<String> properties)
			throws Exception {
		Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtTheEnd, "stop"));
		this.engines.staysUp(web);
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(web ? WebApplicationType.SERVLET : WebApplicationType.NONE);
		application.setRegisterShutdownHook(false);
		Map<String, Object> ofCommand = new HashMap<>(defaults);
		for (String watch : List.of("cartpulse.launch.watch-orphans", "cartpulse.observe.watch",
				"cartpulse.alert.watch")) {
			ofCommand.put(watch, String.valueOf(web));
		}
		application.setDefaultProperties(ofCommand);
		application.addListeners(this.engines);
		application.addInitializers((made) -> this.context = made);
		String[] arguments = properties.toArray(String[]::new);
		this.progress.during("Starting the application", () -> "", () -> application.run(arguments));
	}

	<T> T get(Class<T> type) {
		ConfigurableApplicationContext running = this.context;
		if (running == null) {
			throw new IllegalStateException("the application has not been started");
		}
		return running.getBean(type);
	}

	/** Lets somebody hear of what happens in the application. */
	void listen(ApplicationListener<?> listener) {
		ConfigurableApplicationContext running = this.context;
		if (running != null) {
			running.addApplicationListener(listener);
		}
	}

	String property(String name) {
		ConfigurableApplicationContext running = this.context;
		return (running != null) ? running.getEnvironment().getProperty(name, "") : "";
	}

	/** Whether Kafka runs inside, and not on a server of somebody else's. */
	boolean ownsKafka() {
		return this.engines.hasKafka();
	}

	/** Whether the process was told to end, so that failures are its consequence. */
	boolean isInterrupted() {
		return this.interrupted;
	}

	private void closeAtTheEnd() {
		synchronized (this) {
			if (this.closed) {
				return;
			}
		}
		this.interrupted = true;
		this.progress.say("Stopping: the running step ends its chunk, then the engines stop …");
		silenceConsole();
		close();
		this.progress.say("Stopped.");
	}

	/** What fails because it is being stopped is for the log file only. */
	private static void silenceConsole() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
			loggers.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender("CONSOLE");
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		ConfigurableApplicationContext running = this.context;
		if (running != null) {
			running.close();
		}
		this.engines.close();
	}

}
