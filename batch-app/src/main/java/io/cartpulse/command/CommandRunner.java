package io.cartpulse.command;

import io.cartpulse.embedded.DataFolderInUseException;
import io.cartpulse.embedded.EngineStartException;
import io.cartpulse.launch.LaunchRefusedException;
import io.cartpulse.report.RunReport;
import io.cartpulse.terminal.Progress;
import io.cartpulse.terminal.Terminal;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/**
 * Does what a command line asks for, and says in words what went wrong.
 */
public final class CommandRunner {

	private final Class<?> source;

	private final Terminal terminal;

	/**
	 * Makes a runner.
	 * @param source the application's class
	 * @param terminal where to speak
	 */
	public CommandRunner(Class<?> source, Terminal terminal) {
		this.source = source;
		this.terminal = terminal;
	}

	/**
	 * Runs a command to its end.
	 * @param arguments the command line
	 * @return the exit code of the process
	 */
	public int run(String... arguments) {
		Progress progress = new Progress(this.terminal);
		RunningApplication application = new RunningApplication(this.source, progress);
		try (application) {
			return run(CommandLine.parse(arguments), application, progress);
		}
		catch (Exception ex) {
			return application.isInterrupted() ? ExitCode.FAILED : told(ex);
		}
	}

	private int run(CommandLine line, RunningApplication application, Progress progress) throws Exception {
		if (line.command() instanceof Command.Help) {
			this.terminal.print(HelpText.read());
			return ExitCode.OK;
		}
		if (line.command() instanceof Command.Metabase) {
			return new MetabaseCommand(progress, line.properties()).execute();
		}
		if (line.command() instanceof Command.HashPassword) {
			return new HashPasswordCommand(this.terminal, System.console(), System.in).execute();
		}
		if (line.command() instanceof Command.Doctor) {
			return new DoctorCommand(application, this.terminal).execute(line.properties());
		}
		Session session = new Session(application, this.terminal, progress, line.properties());
		if (line.command() instanceof Command.Run run) {
			return new RunCommand(session).execute(run);
		}
		return (line.command() instanceof Command.Demo) ? new DemoCommand(session).execute()
				: new UpCommand(session).execute();
	}

	private int told(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UsageException) {
				return said(cause.getMessage(), ExitCode.USAGE);
			}
			if (cause instanceof BindException mistake) {
				return said(setting(mistake) + " cannot be used: " + RunReport.reason(mistake), ExitCode.USAGE);
			}
			if (cause instanceof LaunchRefusedException) {
				return said(cause.getMessage(), ExitCode.REFUSED);
			}
			if (cause instanceof DataFolderInUseException) {
				return said(cause.getMessage(), ExitCode.REFUSED);
			}
			if (cause instanceof EngineStartException) {
				return said(cause.getMessage(), ExitCode.FAILED);
			}
		}
		LoggerFactory.getLogger(CommandRunner.class).info("the command failed", failure);
		return said(RunReport.reason(failure), ExitCode.FAILED);
	}

	private static String setting(BindException mistake) {
		ConfigurationProperty property = mistake.getProperty();
		return ((property != null) ? property.getName() : mistake.getName()).toString();
	}

	private int said(String message, int exitCode) {
		this.terminal.print("cartpulse: " + message);
		return exitCode;
	}

}
