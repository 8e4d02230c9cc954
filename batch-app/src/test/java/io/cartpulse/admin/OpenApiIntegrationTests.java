package io.cartpulse.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the API's description: the one in the repository is the one that is served.
 */
class OpenApiIntegrationTests {

	private static final Path KEPT = Path.of("../docs/openapi.json");

	private static final Path SERVED = Path.of("target/openapi.json");

	private final JsonMapper json = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	@Test
	void theKeptDescriptionIsTheServedOne() throws IOException {
		ObjectNode served = (ObjectNode) RunningApi.shared().as("viewer").get("/api/v1/openapi.json").json();
		// the address of this start
		served.remove("servers");
		String text = this.json.writeValueAsString(this.json.treeToValue(served, Object.class)) + "\n";
		Files.writeString(SERVED, text);
		assertThat(KEPT).as("the API has changed: if that is meant, copy batch-app/target/openapi.json to docs")
			.content()
			.isEqualTo(text);
	}

	@Test
	void whatIsReferredToIsThere() {
		String served = RunningApi.shared().as("viewer").get("/api/v1/openapi.json").body();
		JsonNode schemas = this.json.readTree(served).get("components").get("schemas");
		assertThat(Pattern.compile("#/components/schemas/(\\w+)").matcher(served).results()).isNotEmpty()
			.allSatisfy((reference) -> assertThat(schemas.has(reference.group(1))).as(reference.group(1)).isTrue());
	}

	@Test
	void everyCallIsDescribedWithItsProblems() {
		JsonNode served = RunningApi.shared().as("viewer").get("/api/v1/openapi.json").json();
		assertThat(served.get("openapi").asString()).startsWith("3.1");
		assertThat(served.get("paths")).isNotEmpty().allSatisfy((path) -> assertThat(path).allSatisfy((operation) -> {
			assertThat(operation.get("summary").asString()).isNotBlank();
			assertThat(operation.get("responses").get("default").get("content").has("application/problem+json"))
				.isTrue();
		}));
	}

}
