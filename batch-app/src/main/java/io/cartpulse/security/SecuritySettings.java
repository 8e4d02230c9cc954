package io.cartpulse.security;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who may log in, and what is allowed at all.
 *
 * @param users who may log in with a password; unset: {@code admin}, with a password that
 * is generated at the first start and kept in credentials.properties of the data folder
 * @param tokens bearer tokens for the API; unset: none
 * @param readOnly whether every change is refused, whoever asks for it; unset: false
 * @param throttle how many failed logins are borne; unset: see there
 * @param maxBody how large the body of a request may be; unset: 1 MB
 */
@Validated
@ConfigurationProperties("cartpulse.security")
public record SecuritySettings(@DefaultValue @NotNull List<@Valid User> users,
		@DefaultValue @NotNull List<@Valid Token> tokens, @DefaultValue("false") boolean readOnly,
		@DefaultValue @Valid Throttle throttle, @DefaultValue("1MB") @NotNull DataSize maxBody) {

	private static final String NAME = "[A-Za-z0-9._@-]{1,64}";

	public SecuritySettings {
		users = List.copyOf(users);
		tokens = List.copyOf(tokens);
	}

	/**
	 * Somebody who may log in.
	 *
	 * @param name the login's name
	 * @param password the hashed password with the name of its hash in front,
	 * {@code {bcrypt}$2a$...}, as {@code ./cartpulse hash-password} makes it
	 * @param role what the user may do; unset: VIEWER
	 */
	public record User(@NotBlank @Pattern(regexp = NAME) String name,
			@NotBlank @Pattern(regexp = "\\{(bcrypt|pbkdf2)}\\S+",
					message = "must be a hashed password: ./cartpulse hash-password makes one") String password,
			@DefaultValue("VIEWER") @NotNull Role role) {

		@Override
		public String toString() {
			return "User[name=" + this.name + ", role=" + this.role + "]";
		}

	}

	/**
	 * A program's key to the API.
	 *
	 * @param name who it stands for, in the audit
	 * @param sha256 the token's SHA-256 in hexadecimal; the token should be random and
	 * long, as {@code openssl rand -hex 32} makes it
	 * @param role what it may do; unset: VIEWER
	 */
	public record Token(
			@NotBlank @Pattern(regexp = NAME) String name, @NotBlank @Size(min = 64,
					max = 64) @Pattern(regexp = "[0-9a-fA-F]*", message = "must be hexadecimal") String sha256,
			@DefaultValue("VIEWER") @NotNull Role role) {

		@Override
		public String toString() {
			return "Token[name=" + this.name + ", role=" + this.role + "]";
		}

	}

	/**
	 * How many failed logins are borne before further ones are refused unseen.
	 *
	 * @param perName for one name from one address; unset: 5
	 * @param perAddress from one address; unset: 20
	 * @param within in what time; unset: 15 minutes
	 */
	public record Throttle(@DefaultValue("5") @Min(1) int perName, @DefaultValue("20") @Min(1) int perAddress,
			@DefaultValue("15m") @NotNull @DurationMin(seconds = 1) Duration within) {

	}

}
