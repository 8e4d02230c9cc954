package io.cartpulse.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Has all checks look, at the same time, and waits for none of them too long.
 */
@Component
public class Doctor {

	private static final Logger logger = LoggerFactory.getLogger(Doctor.class);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final List<DoctorCheck> checks;

	Doctor(List<DoctorCheck> checks) {
		this.checks = checks.stream().sorted(Comparator.comparing(DoctorCheck::subject)).toList();
	}

	/** Looks at everything. */
	public Diagnosis examine() {
		ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, this.checks.size()));
		try {
			List<Future<List<Finding>>> looks = this.checks.stream()
				.map((check) -> threads.submit(check::look))
				.toList();
			List<Finding> findings = new ArrayList<>();
			for (int i = 0; i < looks.size(); i++) {
				findings.addAll(found(this.checks.get(i), looks.get(i)));
			}
			return Diagnosis.of(Instant.now(), findings);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static List<Finding> found(DoctorCheck check, Future<List<Finding>> look) {
		try {
			return look.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return List.of(Finding.fail(check.subject(), "no answer within " + PATIENCE.toSeconds() + " s",
					"See whether it runs and can be reached from here."));
		}
		catch (ExecutionException ex) {
			logger.info("the doctor could not look at {}", check.subject(), ex.getCause());
			return List.of(Finding.fail(check.subject(), "it could not be looked at", "The log says why."));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return List.of(Finding.fail(check.subject(), "interrupted", "Ask again."));
		}
	}

}
