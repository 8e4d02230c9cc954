package io.cartpulse.doctor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.cartpulse.doctor.Finding.Level;

/**
 * All that was found.
 *
 * @param at when
 * @param level the worst of it
 * @param findings what, in the order of the checks
 */
public record Diagnosis(Instant at, Level level, List<Finding> findings) {

	public Diagnosis {
		findings = List.copyOf(findings);
	}

	static Diagnosis of(Instant at, List<Finding> findings) {
		Level worst = findings.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.OK);
		return new Diagnosis(at, worst, findings);
	}

}
