package io.cartpulse.mart;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

import static java.time.temporal.ChronoUnit.SECONDS;

/**
 * Where ClickHouse is, and who the pipeline is there.
 *
 * @param url scheme, host and port of its HTTP interface; unset: http://127.0.0.1:8123
 * @param user who may create databases and write them; unset: default
 * @param password the user's password; unset: none
 * @param timeout how long one statement may take; unset: one hour
 */
@Validated
@ConfigurationProperties("cartpulse.clickhouse")
public record ClickHouseSettings(@DefaultValue("http://127.0.0.1:8123") @NotNull URI url,
		@DefaultValue("default") @NotBlank String user, @DefaultValue("") @NotNull String password,
		@DefaultValue("3600s") @DurationUnit(SECONDS) @NotNull Duration timeout) {

	/** The address for the JDBC driver. */
	String jdbcUrl() {
		return "jdbc:clickhouse:" + this.url + "/default";
	}

	@Override
	public String toString() {
		return "ClickHouseSettings[url=" + this.url + ", user=" + this.user + "]";
	}

}
