package io.cartpulse.execution;

import java.time.Instant;
import java.util.List;

import io.cartpulse.batch.JobParameterForm;
import org.jspecify.annotations.Nullable;

/**
 * A job, and how it is doing.
 *
 * @param name its name
 * @param description what it does
 * @param parameters what it can be launched with
 * @param running the execution that runs now
 * @param last the last execution
 * @param nextRun when it runs by itself
 * @param last24h what it did in the last 24 hours
 */
public record JobOverview(String name, String description, List<Parameter> parameters,
		@Nullable ExecutionSummary running, @Nullable ExecutionSummary last, @Nullable Instant nextRun,
		DayFigures last24h) {

	public JobOverview {
		parameters = List.copyOf(parameters);
	}

	/**
	 * A parameter that a job takes.
	 *
	 * @param name its name
	 * @param type {@code choice} or {@code date}
	 * @param required whether it must be given
	 * @param defaultValue what is taken where it is not given, if that is always the same
	 * @param choices the values to choose from
	 * @param description what it does
	 */
	public record Parameter(String name, String type, boolean required, @Nullable String defaultValue,
			List<String> choices, String description) {

		public Parameter {
			choices = List.copyOf(choices);
		}

		static Parameter of(JobParameterForm form) {
			List<String> choices = form.choices();
			return new Parameter(form.parameterName(), choices.isEmpty() ? "date" : "choice", false,
					choices.isEmpty() ? null : choices.get(0), choices, form.description());
		}

	}

	/**
	 * What a job did in a day.
	 *
	 * @param executions how often it was launched
	 * @param completed how many of these completed
	 * @param failed how many failed
	 * @param stopped how many were stopped
	 * @param meanSeconds how long those that completed took
	 * @param maxSeconds how long the longest of them took
	 */
	public record DayFigures(long executions, long completed, long failed, long stopped, double meanSeconds,
			double maxSeconds) {

		static final DayFigures NONE = new DayFigures(0, 0, 0, 0, 0, 0);

	}

}
