package io.cartpulse.raw;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.springframework.batch.infrastructure.item.ExecutionContext;

import static org.assertj.core.api.Assertions.assertThat;

class FixedOffsetsTests {

	private final FixedOffsets fixed = new FixedOffsets(7, "t", new TreeMap<>(Map.of(0, 10L, 1, 0L, 2, 5L)));

	@Test
	void comesBackFromTheExecutionContext() {
		ExecutionContext context = new ExecutionContext();
		this.fixed.writeTo(context);
		assertThat(FixedOffsets.readFrom(context)).isEqualTo(this.fixed);
	}

	@Test
	void sharesEveryPartitionOnce() {
		assertThat(this.fixed.share(0, 2)).containsOnlyKeys(0, 2);
		assertThat(this.fixed.share(1, 2)).containsOnlyKeys(1);
	}

	@Test
	void leavesNothingToAWorkerTooMany() {
		assertThat(this.fixed.share(3, 4)).isEmpty();
	}

}
