package io.cartpulse.observe;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether ClickHouse answers.
 */
@Component("clickHouseHealthIndicator")
class ClickHouseHealthIndicator extends AbstractHealthIndicator {

	private final Marts marts;

	ClickHouseHealthIndicator(Marts marts) {
		super("ClickHouse does not answer");
		this.marts = marts;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		health.up().withDetail("version", this.marts.version());
	}

}
