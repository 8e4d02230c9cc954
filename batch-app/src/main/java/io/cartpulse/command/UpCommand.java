package io.cartpulse.command;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.cartpulse.schedule.Schedules;

/**
 * {@code up}: engines, application and schedules, until the process is told to end.
 */
final class UpCommand {

	private final Session session;

	UpCommand(Session session) {
		this.session = session;
	}

	int execute() throws Exception {
		this.session.start(true, Map.of());
		this.session.tellWhereToLook(true);
		this.session.application().get(Schedules.class).start();
		new CountDownLatch(1).await();
		return ExitCode.OK;
	}

}
