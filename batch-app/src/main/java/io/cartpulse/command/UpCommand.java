package io.cartpulse.command;

import java.util.concurrent.CountDownLatch;

/**
 * {@code up}: engines and application, until the process is told to end.
 */
final class UpCommand {

	private final Session session;

	UpCommand(Session session) {
		this.session = session;
	}

	int execute() throws Exception {
		this.session.start(true);
		this.session.tellWhereToLook(true);
		new CountDownLatch(1).await();
		return ExitCode.OK;
	}

}
