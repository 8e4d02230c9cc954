package io.cartpulse.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SecuritySettings}.
 */
class SecuritySettingsTests {

	private static final String HASH = "{bcrypt}$2a$10$abcdefghijklmnopqrstuv";

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new SecuritySettings(List.of(), List.of(), false,
				new SecuritySettings.Throttle(5, 20, Duration.ofMinutes(15)), DataSize.ofMegabytes(1)));
	}

	@Test
	void takesEveryProperty() {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("cartpulse.security.users[0].name", "ada");
		all.put("cartpulse.security.users[0].password", HASH);
		all.put("cartpulse.security.users[0].role", "operator");
		all.put("cartpulse.security.tokens[0].name", "robot");
		all.put("cartpulse.security.tokens[0].sha256", "a".repeat(64));
		all.put("cartpulse.security.read-only", "true");
		all.put("cartpulse.security.throttle.per-name", "1");
		all.put("cartpulse.security.throttle.per-address", "2");
		all.put("cartpulse.security.throttle.within", "3m");
		all.put("cartpulse.security.max-body", "64KB");
		SecuritySettings bound = bind(all);
		assertThat(bound).isEqualTo(new SecuritySettings(List.of(new SecuritySettings.User("ada", HASH, Role.OPERATOR)),
				List.of(new SecuritySettings.Token("robot", "a".repeat(64), Role.VIEWER)), true,
				new SecuritySettings.Throttle(1, 2, Duration.ofMinutes(3)), DataSize.ofKilobytes(64)));
		assertThat(this.validator.validate(bound)).isEmpty();
		assertThat(bound.toString()).doesNotContain(HASH, "aaaa");
	}

	@Test
	void passwordsThatAreNotHashedAreRefused() {
		for (String password : List.of("secret", "{noop}secret", "{MD5}abc", "", "{bcrypt}")) {
			assertThat(this.validator.validate(new SecuritySettings.User("ada", password, Role.VIEWER))).as(password)
				.isNotEmpty();
		}
	}

	@Test
	void tokensThatAreNoDigestAreRefused() {
		for (String digest : List.of("", "abc", "g".repeat(64))) {
			assertThat(this.validator.validate(new SecuritySettings.Token("robot", digest, Role.VIEWER))).as(digest)
				.isNotEmpty();
		}
	}

	private static SecuritySettings bind(Map<String, Object> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cartpulse.security",
				SecuritySettings.class);
	}

}
