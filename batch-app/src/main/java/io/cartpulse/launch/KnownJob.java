package io.cartpulse.launch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.cartpulse.batch.Layer;

/**
 * The jobs that can be asked for by name, with the layers they hold and the parameters
 * they take.
 */
public enum KnownJob {

	/** All stages. */
	PIPELINE("pipeline", "the three below, one after the other, as one restartable job", EnumSet.allOf(Layer.class),
			Parameter.LOAD_MODE, Parameter.AS_OF),
	/** The first stage. */
	KAFKA_TO_RAW("kafka-to-raw", "Kafka's records into RAW tables", Set.of(Layer.RAW)),
	/** The second stage. */
	RAW_TO_DDS("raw-to-dds", "RAW rows into validated facts", Set.of(Layer.DDS), Parameter.LOAD_MODE),
	/** The third stage. */
	DDS_TO_CLICKHOUSE("dds-to-clickhouse", "facts into ClickHouse, and the marts", EnumSet.of(Layer.DDS, Layer.MART),
			Parameter.CARRY_MODE, Parameter.AS_OF),
	/** The warehouse's tables. */
	INIT_DWH("init-dwh", "PostgreSQL's migrations", EnumSet.of(Layer.RAW, Layer.DDS)),
	/** The marts' tables. */
	INIT_CLICKHOUSE("init-clickhouse", "ClickHouse's migrations", Set.of(Layer.MART));

	private final String jobName;

	private final String description;

	private final Set<Layer> layers;

	private final List<Parameter> parameters;

	KnownJob(String jobName, String description, Set<Layer> layers, Parameter... parameters) {
		this.jobName = jobName;
		this.description = description;
		this.layers = layers;
		this.parameters = List.of(parameters);
	}

	public String jobName() {
		return this.jobName;
	}

	public String description() {
		return this.description;
	}

	/** Whether its run leaves new marts. */
	public boolean writesMarts() {
		return this == PIPELINE || this == DDS_TO_CLICKHOUSE;
	}

	/** The layers that its run holds. */
	Set<Layer> layers() {
		return this.layers;
	}

	/** All names, for people. */
	public static String names() {
		return Arrays.stream(values()).map(KnownJob::jobName).collect(Collectors.joining(", "));
	}

	public static Optional<KnownJob> named(String name) {
		return Arrays.stream(values()).filter((job) -> job.jobName.equals(name)).findFirst();
	}

	/**
	 * Looks at a parameter before anything is started.
	 * @return what is wrong with it, if anything
	 */
	public Optional<String> check(String name, String value) {
		Optional<Parameter> known = this.parameters.stream()
			.filter((parameter) -> parameter.parameterName.equals(name))
			.findFirst();
		if (known.isEmpty()) {
			return Optional.of("job " + this.jobName + " does not take " + name + "; it takes "
					+ (this.parameters.isEmpty() ? "no parameters" : parameterNames()));
		}
		return known.get().accepts(value) ? Optional.empty()
				: Optional.of(name + "=" + value + " cannot be read; write " + known.get());
	}

	/** The parameters with their form, for people. */
	public String parameterNames() {
		return this.parameters.stream().map(Parameter::toString).collect(Collectors.joining(", "));
	}

	private enum Parameter {

		LOAD_MODE("mode", "mode=incremental or mode=rebuild") {
			@Override
			boolean accepts(String value) {
				return value.equals("incremental") || value.equals("rebuild");
			}
		},

		CARRY_MODE("mode", "mode=incremental or mode=full") {
			@Override
			boolean accepts(String value) {
				return value.equals("incremental") || value.equals("full");
			}
		},

		AS_OF("asOf", "asOf=YYYY-MM-DD") {
			@Override
			boolean accepts(String value) {
				try {
					LocalDate.parse(value);
					return true;
				}
				catch (DateTimeParseException ex) {
					return false;
				}
			}
		};

		private final String parameterName;

		private final String form;

		Parameter(String parameterName, String form) {
			this.parameterName = parameterName;
			this.form = form;
		}

		abstract boolean accepts(String value);

		@Override
		public String toString() {
			return this.form;
		}

	}

}
