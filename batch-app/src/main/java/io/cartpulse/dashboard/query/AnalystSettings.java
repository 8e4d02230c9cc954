package io.cartpulse.dashboard.query;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who asks ClickHouse for what dashboards show.
 *
 * @param user who may read the marts and nothing else; unset: analyst
 * @param password the user's password; unset: none, and of the embedded engines the one
 * they were started with
 */
@Validated
@ConfigurationProperties("cartpulse.analyst")
record AnalystSettings(@DefaultValue("analyst") @NotBlank String user, @DefaultValue("") @NotNull String password) {

	@Override
	public String toString() {
		return "AnalystSettings[user=" + this.user + "]";
	}

}
