package io.cartpulse.console;

import java.util.Arrays;
import java.util.Locale;

import io.cartpulse.security.Role;

import org.springframework.security.core.Authentication;

/**
 * Who looks at a page, and what may be offered there.
 *
 * @param name the login's name
 * @param role what the login may do
 * @param readOnly whether nobody may change anything at present
 */
record Viewer(String name, Role role, boolean readOnly) {

	static Viewer of(Authentication login, boolean readOnly) {
		Role role = Arrays.stream(Role.values())
			.filter((one) -> login.getAuthorities()
				.stream()
				.anyMatch((granted) -> ("ROLE_" + one.name()).equals(granted.getAuthority())))
			.reduce(Role.VIEWER, (one, other) -> (one.compareTo(other) > 0) ? one : other);
		return new Viewer(login.getName(), role, readOnly);
	}

	/** Whether launching, stopping, restarting and replaying are offered. */
	public boolean mayOperate() {
		return !this.readOnly && this.role.compareTo(Role.OPERATOR) >= 0;
	}

	/** Whether editing schedules and payloads is offered. */
	public boolean mayAdminister() {
		return !this.readOnly && this.role == Role.ADMIN;
	}

	/** The role in words. */
	public String roleName() {
		return this.role.name().toLowerCase(Locale.ROOT);
	}

}
