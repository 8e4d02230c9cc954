package io.cartpulse.security;

import java.time.Duration;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests of {@link LoginThrottle}.
 */
class LoginThrottleTests {

	private final HeldClock clock = new HeldClock();

	private final LoginThrottle throttle = new LoginThrottle(
			new SecuritySettings.Throttle(3, 5, Duration.ofMinutes(15)), this.clock);

	@Test
	void refusesFurtherLoginsForANameAndSaysWhenToTryAgain() {
		fail("ada", "1.1.1.1", 3);
		assertThatExceptionOfType(TooManyLoginsException.class).isThrownBy(() -> this.throttle.begin("ada", "1.1.1.1"))
			.satisfies((refusal) -> assertThat(refusal.retryAfterSeconds()).isEqualTo(300));
		this.clock.pass(Duration.ofMinutes(5));
		assertThatNoException().isThrownBy(() -> this.throttle.begin("ada", "1.1.1.1"));
	}

	@Test
	void othersAreLetIn() {
		fail("ada", "1.1.1.1", 3);
		assertThatNoException().isThrownBy(() -> this.throttle.begin("ada", "2.2.2.2"));
		assertThatNoException().isThrownBy(() -> this.throttle.begin("bob", "1.1.1.1"));
	}

	@Test
	void anAddressThatTriesManyNamesIsRefused() {
		for (int i = 0; i < 5; i++) {
			fail("name" + i, "1.1.1.1", 1);
		}
		assertThatExceptionOfType(TooManyLoginsException.class)
			.isThrownBy(() -> this.throttle.begin("name9", "1.1.1.1"));
	}

	@Test
	void rightPasswordsCountNothing() {
		for (int i = 0; i < 100; i++) {
			this.throttle.begin("ada", "1.1.1.1").succeeded();
		}
		fail("ada", "1.1.1.1", 3);
	}

	@Test
	void manyAtOnceAreNotAllLetThrough() {
		LoginThrottle.Attempt first = this.throttle.begin("ada", "1.1.1.1");
		this.throttle.begin("ada", "1.1.1.1");
		this.throttle.begin("ada", "1.1.1.1");
		assertThatExceptionOfType(TooManyLoginsException.class).isThrownBy(() -> this.throttle.begin("ada", "1.1.1.1"));
		first.succeeded();
		assertThatNoException().isThrownBy(() -> this.throttle.begin("ada", "1.1.1.1"));
	}

	private void fail(String name, String address, int times) {
		for (int i = 0; i < times; i++) {
			this.throttle.begin(name, address);
		}
	}

	/**
	 * A clock that a test moves.
	 */
	private static final class HeldClock implements TimeMeter {

		private long nanos;

		private void pass(Duration duration) {
			this.nanos += duration.toNanos();
		}

		@Override
		public long currentTimeNanos() {
			return this.nanos;
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
