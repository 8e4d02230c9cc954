package io.cartpulse.doctor;

import java.util.List;

/**
 * Looks at one thing that the pipeline needs. A bean of this type is part of
 * {@code GET /doctor} and of {@code ./cartpulse doctor}. The latter works where the
 * application cannot start: so a check may depend on settings, the environment, the data
 * source and what {@link DoctorApplication} gives it.
 */
public interface DoctorCheck {

	/** What it looks at, in a word or two. */
	String subject();

	/**
	 * Looks.
	 * @return what was found, the most basic first
	 * @throws Exception when it could not look at all
	 */
	List<Finding> look() throws Exception;

}
