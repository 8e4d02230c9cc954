package io.cartpulse.security;

import java.nio.file.Path;
import java.util.List;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.embedded.CredentialsFile;
import io.github.bucket4j.TimeMeter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * Knows users by their passwords and programs by their tokens.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(SecuritySettings.class)
class LoginConfiguration {

	/** Who may log in where nobody is configured. */
	private static final String ADMIN = "admin";

	@Bean
	PasswordEncoder passwordEncoder() {
		return new RememberingEncoder(Passwords.encoder());
	}

	@Bean
	UserDetailsService users(SecuritySettings settings, PasswordEncoder encoder,
			@Value("${cartpulse.data-dir}") Path dataDir) {
		List<UserDetails> users = settings.users()
			.stream()
			.map((user) -> user(user.name(), user.password(), user.role()))
			.toList();
		return new InMemoryUserDetailsManager(users.isEmpty() ? List.of(admin(encoder, dataDir)) : users);
	}

	@Bean
	AuthenticationManager authenticationManager(UserDetailsService users, PasswordEncoder encoder,
			SecuritySettings settings, AuditLog audit) {
		DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users);
		passwords.setPasswordEncoder(encoder);
		LoginThrottle throttle = new LoginThrottle(settings.throttle(), TimeMeter.SYSTEM_NANOTIME);
		return new ProviderManager(new ThrottledLogin(passwords, throttle, audit),
				new ThrottledLogin(new BearerTokens(settings.tokens()), throttle, audit));
	}

	private static UserDetails admin(PasswordEncoder encoder, Path dataDir) {
		String hashed = encoder.encode(CredentialsFile.password(dataDir, ADMIN + ".password"));
		return user(ADMIN, String.valueOf(hashed), Role.ADMIN);
	}

	private static UserDetails user(String name, String password, Role role) {
		return User.withUsername(name).password(password).roles(role.name()).build();
	}

}
