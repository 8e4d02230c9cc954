package io.cartpulse.metabase;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.SECONDS;

/**
 * Where Metabase is, who we are there, and how it reaches the marts.
 *
 * @param url its address; unset: there is no Metabase
 * @param user the administrator's e-mail address; unset: nothing can be set up
 * @param password the administrator's password; unset: nothing can be set up
 * @param language of titles and descriptions, en or ru; unset: en
 * @param collection the collection that the dashboards are in; unset: cartpulse
 * @param patience how long to wait until Metabase is up, or knows the marts' tables;
 * unset: 10 minutes
 * @param pause between two looks while waiting; unset: 2 seconds
 * @param timeout how long one answer may take; unset: one minute
 * @param database how Metabase reaches the marts
 */
@Validated
@ConfigurationProperties("cartpulse.metabase")
public record MetabaseSettings(@Nullable URI url, @DefaultValue("") @NotNull String user,
		@DefaultValue("") @NotNull String password, @DefaultValue("en") @NotNull Locale language,
		@DefaultValue("cartpulse") @NotBlank String collection,
		@DefaultValue("600s") @DurationUnit(SECONDS) @NotNull Duration patience,
		@DefaultValue("2000ms") @DurationUnit(MILLIS) @NotNull Duration pause,
		@DefaultValue("60s") @DurationUnit(SECONDS) @NotNull Duration timeout,
		@DefaultValue @Valid @NotNull MartDatabase database) {

	/** Names of the properties without which nothing can be set up. */
	public List<String> missing() {
		Map<String, String> needed = new LinkedHashMap<>();
		needed.put("cartpulse.metabase.url", (this.url != null) ? this.url.toString() : "");
		needed.put("cartpulse.metabase.user", this.user);
		needed.put("cartpulse.metabase.password", this.password);
		needed.put("cartpulse.metabase.database.password", this.database.password());
		return needed.entrySet()
			.stream()
			.filter((property) -> property.getValue().isBlank())
			.map(Map.Entry::getKey)
			.toList();
	}

	@Override
	public String toString() {
		return "MetabaseSettings[url=" + this.url + ", user=" + this.user + "]";
	}

	/**
	 * The marts' ClickHouse, as Metabase sees it.
	 *
	 * @param name its name in Metabase; unset: cartpulse
	 * @param host where Metabase finds it; unset: 127.0.0.1
	 * @param port of its HTTP interface; unset: 8123
	 * @param user who may read the marts and nothing else; unset: analyst
	 * @param password the user's password; unset: nothing can be set up
	 */
	public record MartDatabase(@DefaultValue("cartpulse") @NotBlank String name,
			@DefaultValue("127.0.0.1") @NotBlank String host, @DefaultValue("8123") @Min(1) @Max(65535) int port,
			@DefaultValue("analyst") @NotBlank String user, @DefaultValue("") @NotNull String password) {

		@Override
		public String toString() {
			return "MartDatabase[host=" + this.host + ", port=" + this.port + ", user=" + this.user + "]";
		}

	}

}
