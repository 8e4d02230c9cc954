package io.cartpulse.console;

import io.cartpulse.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.authentication.TestingAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Viewer}.
 */
class ViewerTests {

	@ParameterizedTest
	@CsvSource({ "VIEWER, false, false", "OPERATOR, true, false", "ADMIN, true, true" })
	void isOfferedWhatTheRoleMayDo(Role role, boolean operate, boolean administer) {
		Viewer viewer = Viewer.of(new TestingAuthenticationToken("somebody", "", "ROLE_" + role), false);
		assertThat(viewer.role()).isEqualTo(role);
		assertThat(viewer.mayOperate()).isEqualTo(operate);
		assertThat(viewer.mayAdminister()).isEqualTo(administer);
	}

	@Test
	void isOfferedNothingWhileNothingMayBeChanged() {
		Viewer viewer = Viewer.of(new TestingAuthenticationToken("somebody", "", "ROLE_ADMIN"), true);
		assertThat(viewer.mayOperate()).isFalse();
		assertThat(viewer.mayAdminister()).isFalse();
	}

}
