package io.cartpulse.alert.bot;

import java.util.Map;

import io.cartpulse.batch.KnownJob;

/**
 * What can be set going from a chat.
 */
interface ChatActions {

	/**
	 * Launches a job.
	 * @param job the job
	 * @param parameters its parameters
	 * @param actor who asks for it
	 * @return the number of the execution
	 * @throws ChatRefusalException when it cannot be
	 */
	long launch(KnownJob job, Map<String, String> parameters, String actor);

	/**
	 * Restarts an execution.
	 * @param id its number
	 * @param actor who asks for it
	 * @return the number of the new execution
	 * @throws ChatRefusalException when it cannot be
	 */
	long restart(long id, String actor);

}
