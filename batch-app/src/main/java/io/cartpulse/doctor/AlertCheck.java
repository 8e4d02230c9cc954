package io.cartpulse.doctor;

import java.util.List;

import io.cartpulse.alert.channel.AlertChannel;

import org.springframework.stereotype.Component;

/**
 * Looks whether alerts reach somebody.
 */
@Component
class AlertCheck implements DoctorCheck {

	private static final String NAME = "alerts";

	private final AlertChannel channel;

	AlertCheck(AlertChannel channel) {
		this.channel = channel;
	}

	@Override
	public String subject() {
		return NAME;
	}

	@Override
	public List<Finding> look() {
		return List.of(this.channel.problem()
			.map((problem) -> Finding.warn(NAME, problem.what(), problem.mend()))
			.orElseGet(() -> Finding.ok(NAME, this.channel.description())));
	}

}
