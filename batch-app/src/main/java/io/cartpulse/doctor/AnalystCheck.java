package io.cartpulse.doctor;

import java.util.List;

import io.cartpulse.mart.ClickHouseSettings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks whether the dashboards' account can read the marts.
 */
@Component
class AnalystCheck implements DoctorCheck {

	private static final String NAME = "ClickHouse analyst";

	private final ReaderLogin login;

	AnalystCheck(ClickHouseSettings clickHouse, @Value("${cartpulse.analyst.user:analyst}") String user,
			@Value("${cartpulse.analyst.password:}") String password) {
		this.login = new ReaderLogin(clickHouse.url(), user, password);
	}

	@Override
	public String subject() {
		return NAME;
	}

	@Override
	public List<Finding> look() {
		return List.of(this.login.look(NAME, "cartpulse.analyst"));
	}

}
