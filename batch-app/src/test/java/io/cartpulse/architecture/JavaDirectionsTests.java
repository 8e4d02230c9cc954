package io.cartpulse.architecture;

import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

/**
 * Tests of who may use whom. The way of the data is the package tree: a stage knows what
 * comes before it, never what comes after.
 */
class JavaDirectionsTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.cartpulse");

	/**
	 * Each package below io.cartpulse, with those that it may use. A new package takes
	 * its place here.
	 */
	private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
			// stand alone
			entry("source", Set.of()), entry("embedded", Set.of()), entry("batch", Set.of()),
			entry("terminal", Set.of()), entry("watch", Set.of()), entry("generator", Set.of("enrichment", "source")),
			// the stages: dds reads RAW by the rules of the wire contract, so it knows
			// source
			entry("raw", Set.of("source", "batch")), entry("dds", Set.of("source", "raw", "batch")),
			entry("mart", Set.of("dds", "batch")),
			// knows nothing of the shop; what DDS lacks is asked for by reference
			entry("enrichment", Set.of()), entry("reference", Set.of("batch", "dds", "enrichment")),
			// gets the stages as beans of Spring Batch, and need not name them
			entry("pipeline", Set.of("batch")),
			// the application: nobody uses these but each other
			entry("launch", Set.of("source", "batch", "raw", "watch")), entry("migration", Set.of("batch", "mart")),
			entry("report", Set.of("batch", "mart", "terminal")),
			entry("dashboard", Set.of("batch", "mart", "problem")), entry("metabase", Set.of("dashboard")),
			// operations: what is asked and done, then who may ask, then the API
			entry("problem", Set.of()), entry("paging", Set.of("batch", "problem")), entry("failure", Set.of("batch")),
			entry("audit", Set.of("batch", "paging", "problem")),
			entry("execution", Set.of("audit", "batch", "failure", "launch", "paging", "problem", "report")),
			entry("warehouse",
					Set.of("audit", "batch", "dds", "execution", "mart", "observe", "paging", "problem", "raw",
							"report")),
			entry("doctor", Set.of("alert", "batch", "embedded", "enrichment", "mart", "metabase", "raw", "source")),
			entry("security", Set.of("audit", "embedded", "problem")),
			entry("admin",
					Set.of("alert", "audit", "batch", "dashboard", "doctor", "enrichment", "execution", "failure",
							"paging", "problem", "schedule", "warehouse")),
			entry("console",
					Set.of("audit", "batch", "dashboard", "doctor", "enrichment", "execution", "failure", "paging",
							"problem", "schedule", "security", "warehouse")),
			entry("observe", Set.of("batch", "enrichment", "mart", "raw", "report", "watch")),
			entry("alert",
					Set.of("audit", "batch", "execution", "launch", "observe", "problem", "report", "security",
							"watch")),
			entry("simulation", Set.of("batch", "enrichment", "generator", "launch", "raw", "source")),
			entry("schedule", Set.of("batch", "execution", "launch", "simulation")),
			entry("command", Set.of("source", "generator", "embedded", "batch", "launch", "report", "terminal",
					"dashboard", "metabase", "doctor", "security", "observe", "schedule", "simulation")));

	@Test
	void packagesUseOnlyWhatComesBeforeThem() {
		LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers()
			.ensureAllClassesAreContainedInArchitecture()
			.layer("main")
			.definedBy("io.cartpulse");
		for (String name : MAY_USE.keySet()) {
			architecture = architecture.layer(name).definedBy("io.cartpulse." + name + "..");
		}
		architecture = architecture.whereLayer("main").mayOnlyAccessLayers("command", "terminal");
		for (Map.Entry<String, Set<String>> rule : MAY_USE.entrySet()) {
			LayerDependencySpecification layer = architecture.whereLayer(rule.getKey());
			architecture = rule.getValue().isEmpty() ? layer.mayNotAccessAnyLayer()
					: layer.mayOnlyAccessLayers(rule.getValue().toArray(String[]::new));
		}
		architecture.check(CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("io.cartpulse.(**)").should().beFreeOfCycles().check(CLASSES);
	}

}
