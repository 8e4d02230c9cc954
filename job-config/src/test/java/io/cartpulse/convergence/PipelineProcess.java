package io.cartpulse.convergence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A process that runs the pipeline and can be killed at a time or at a place.
 */
final class PipelineProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String GONE = "gone";

	private final Process process;

	private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

	private String lastMark = "";

	private Optional<KillPoint> killedAt = Optional.empty();

	private PipelineProcess(Process process) {
		this.process = process;
		Thread reader = new Thread(this::listen, "killable-pipeline");
		reader.setDaemon(true);
		reader.start();
	}

	/** Starts a process; it gets ready by itself while others work. */
	static PipelineProcess start(List<String> properties) {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				KillablePipeline.class.getName()));
		line.addAll(properties);
		try {
			return new PipelineProcess(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void listen() {
		try (BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				this.said.add(line);
			}
		}
		catch (IOException ex) {
			// the pipe of a killed process ends like this too
		}
		this.said.add(GONE);
	}

	void awaitReady() {
		if (await(KillablePipeline.READY, PATIENCE).isEmpty()) {
			throw new IllegalStateException("the pipeline's process did not start");
		}
	}

	/**
	 * Runs the pipeline and kills the process after some time.
	 * @return how long the run took, if it was faster than the kill
	 */
	Optional<Duration> runAndKillAfter(Duration time) {
		long begin = System.nanoTime();
		tell("run " + Warehouse.AS_OF);
		Optional<String> ended = await(KillablePipeline.ENDED, time);
		if (ended.isPresent()) {
			return Optional.of(Duration.ofNanos(System.nanoTime() - begin));
		}
		kill();
		this.killedAt = KillPoint.of(this.lastMark);
		return Optional.empty();
	}

	/**
	 * Runs the pipeline and kills the process at a place, if the run comes there: one
	 * thread stands at it, others may be anywhere.
	 * @param passes how often it may be passed
	 */
	void runAndKillAt(KillPoint point, int passes) {
		tell("wait at " + point.waitAt() + "|" + passes);
		tell("run " + Warehouse.AS_OF);
		Optional<String> reached = await(null, PATIENCE);
		if (reached.filter(Marks.WAITING::equals).isPresent()) {
			kill();
			this.killedAt = Optional.of(point);
		}
	}

	/**
	 * Where the process was when it was killed; none for a place that no case is about.
	 */
	Optional<KillPoint> killedAt() {
		return this.killedAt;
	}

	private void tell(String order) {
		try {
			this.process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
			this.process.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits for a line: one that begins with a text, or the end of a run or the wait. */
	private Optional<String> await(@Nullable String beginning, Duration time) {
		long end = System.nanoTime() + time.toNanos();
		while (true) {
			String line = next(end - System.nanoTime());
			if (line == null) {
				return Optional.empty();
			}
			if (line.equals(GONE)) {
				throw new IllegalStateException("the pipeline's process ended by itself, after: " + this.lastMark);
			}
			if (line.startsWith(Marks.MARK)) {
				this.lastMark = line.substring(Marks.MARK.length());
			}
			else if ((beginning != null) ? line.startsWith(beginning)
					: line.equals(Marks.WAITING) || line.startsWith(KillablePipeline.ENDED)) {
				return Optional.of(line);
			}
		}
	}

	private @Nullable String next(long nanos) {
		try {
			return this.said.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** SIGKILL; then what it had said until then is listened to. */
	private void kill() {
		try {
			this.process.destroyForcibly().waitFor();
			for (String line = this.said.take(); !line.equals(GONE); line = this.said.take()) {
				if (line.startsWith(Marks.MARK)) {
					this.lastMark = line.substring(Marks.MARK.length());
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
