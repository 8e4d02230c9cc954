package io.cartpulse.enrichment.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApiKeyTests {

	@Test
	void keyIsNotPrinted() {
		assertThat(ApiKey.of("secret")).hasToString("set");
		assertThat(ApiKey.of("  ")).hasToString("not set");
	}

	@Test
	void blankIsNoKey() {
		assertThat(ApiKey.of(" \n").isSet()).isFalse();
		assertThat(ApiKey.of(" k ").secret()).isEqualTo("k");
	}

}
