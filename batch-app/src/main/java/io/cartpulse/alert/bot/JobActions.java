package io.cartpulse.alert.bot;

import java.util.Map;
import java.util.function.LongSupplier;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.ExecutionAction;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.security.SecuritySettings;

import org.springframework.stereotype.Component;

/**
 * Launches and restarts jobs for chats, as the API does: audited, and only while
 * something may be changed at all.
 */
@Component
class JobActions implements ChatActions {

	private static final String REASON = "asked for in a chat";

	private final ExecutionActions actions;

	private final AuditLog audit;

	private final SecuritySettings security;

	JobActions(ExecutionActions actions, AuditLog audit, SecuritySettings security) {
		this.actions = actions;
		this.audit = audit;
		this.security = security;
	}

	@Override
	public long launch(KnownJob job, Map<String, String> parameters, String actor) {
		Caller caller = Caller.program(actor);
		return done(caller, "execution.launch", job.jobName(),
				() -> this.actions.launch(job, parameters, REASON, caller));
	}

	@Override
	public long restart(long id, String actor) {
		Caller caller = Caller.program(actor);
		return done(caller, "execution.restart", "execution " + id,
				() -> this.actions.apply(ExecutionAction.RESTART, id, caller));
	}

	private long done(Caller caller, String action, String target, LongSupplier work) {
		if (this.security.readOnly()) {
			this.audit.note(caller, action, target, ProblemCode.READ_ONLY.code(), "");
			throw new ChatRefusalException("nothing may be changed: cartpulse.security.read-only is true");
		}
		try {
			return work.getAsLong();
		}
		catch (ProblemException ex) {
			throw new ChatRefusalException(String.valueOf(ex.getMessage()));
		}
	}

}
