package io.cartpulse.batch;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The jobs that can be asked for by name: what each does, the layers it holds while it
 * runs and the parameters it takes.
 */
public enum KnownJob {

	/** All stages. */
	PIPELINE("pipeline", "kafka-to-raw, raw-to-dds, dds-to-clickhouse, one after the other, as one restartable job",
			EnumSet.of(Layer.RAW, Layer.DDS, Layer.MART), JobParameterForm.LOAD_MODE, JobParameterForm.AS_OF),
	/** The first stage. */
	KAFKA_TO_RAW("kafka-to-raw", "Kafka's records into RAW tables", EnumSet.of(Layer.RAW)),
	/** The second stage. */
	RAW_TO_DDS("raw-to-dds", "RAW rows into validated facts", EnumSet.of(Layer.DDS), JobParameterForm.LOAD_MODE),
	/** The third stage. */
	DDS_TO_CLICKHOUSE("dds-to-clickhouse", "facts into ClickHouse, and the marts", EnumSet.of(Layer.DDS, Layer.MART),
			JobParameterForm.CARRY_MODE, JobParameterForm.AS_OF, JobParameterForm.FROM, JobParameterForm.TO),
	/** Refused records. */
	RETRY_QUARANTINE("retry-quarantine", "quarantined records, once more", EnumSet.of(Layer.DDS),
			JobParameterForm.WHICH),
	/** What others know of days and places. */
	REFRESH_REFERENCE_DATA("refresh-reference-data", "exchange rates, places and weather for what DDS has",
			EnumSet.of(Layer.REFERENCE)),
	/** The warehouse's tables. */
	INIT_DWH("init-dwh", "PostgreSQL's migrations", EnumSet.of(Layer.RAW, Layer.DDS, Layer.REFERENCE)),
	/** The marts' tables. */
	INIT_CLICKHOUSE("init-clickhouse", "ClickHouse's migrations", EnumSet.of(Layer.MART)),
	/** A simulated store. */
	GENERATE_EVENTS("generate-events", "publishes what a simulated store has seen since the last time",
			EnumSet.of(Layer.TOPIC));

	/** Chosen days travel in one statement. */
	private static final int MOST_DAYS = 3660;

	private final String jobName;

	private final String description;

	private final Set<Layer> layers;

	private final List<JobParameterForm> parameters;

	KnownJob(String jobName, String description, Set<Layer> layers, JobParameterForm... parameters) {
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

	/** The layers that its run holds. */
	public Set<Layer> layers() {
		return EnumSet.copyOf(this.layers);
	}

	/** The parameters that it takes. */
	public List<JobParameterForm> parameters() {
		return this.parameters;
	}

	/** Whether its run leaves new marts. */
	public boolean writesMarts() {
		return this == PIPELINE || this == DDS_TO_CLICKHOUSE;
	}

	/** All names, for people. */
	public static String names() {
		return Arrays.stream(values()).map(KnownJob::jobName).collect(Collectors.joining(", "));
	}

	public static Optional<KnownJob> named(String name) {
		return Arrays.stream(values()).filter((job) -> job.jobName.equals(name)).findFirst();
	}

	/**
	 * Looks at parameters before anything is started.
	 * @return what is wrong with the first bad one, if any
	 */
	public Optional<String> check(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((value) -> check(value.getKey(), value.getValue()))
			.flatMap(Optional::stream)
			.findFirst()
			.or(() -> checkTogether(values));
	}

	private static Optional<String> checkTogether(Map<String, String> values) {
		String from = values.get(JobParameterForm.FROM.parameterName());
		String to = values.get(JobParameterForm.TO.parameterName());
		if ((from != null || to != null) && "full".equals(values.get(JobParameterForm.CARRY_MODE.parameterName()))) {
			return Optional.of("mode=full builds all days anew: leave out from and to");
		}
		if (from == null || to == null) {
			return Optional.empty();
		}
		long days = ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)) + 1;
		if (days < 1) {
			return Optional.of("to=" + to + " is before from=" + from);
		}
		return (days <= MOST_DAYS) ? Optional.empty() : Optional
			.of("from=" + from + " to=" + to + " are " + days + " days; at most " + MOST_DAYS + " are built at once");
	}

	private Optional<String> check(String name, String value) {
		Optional<JobParameterForm> known = this.parameters.stream()
			.filter((parameter) -> parameter.parameterName().equals(name))
			.findFirst();
		if (known.isEmpty()) {
			return Optional.of("job " + this.jobName + " does not take " + name + "; it takes "
					+ (this.parameters.isEmpty() ? "no parameters" : parameterNames()));
		}
		return known.get().accepts(value) ? Optional.empty()
				: Optional.of(name + "=" + value + " cannot be read; write " + known.get().advice());
	}

	/** The parameters with their form, for people. */
	public String parameterNames() {
		return this.parameters.stream().map(JobParameterForm::toString).collect(Collectors.joining(", "));
	}

}
