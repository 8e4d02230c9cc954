package io.cartpulse.admin;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.cartpulse.execution.ExecutionDetail;
import io.cartpulse.execution.ExecutionFeed.Follower;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Somebody who follows a run over HTTP.
 */
final class EventStream implements Follower {

	private static final String NAME = "execution";

	private final SseEmitter emitter;

	private final AtomicBoolean gone = new AtomicBoolean();

	private long number;

	EventStream(SseEmitter emitter) {
		this.emitter = emitter;
		emitter.onCompletion(() -> this.gone.set(true));
		emitter.onError((failure) -> this.gone.set(true));
		emitter.onTimeout(() -> this.gone.set(true));
	}

	@Override
	public boolean see(ExecutionDetail execution) {
		if (this.gone.get()) {
			return false;
		}
		try {
			this.number++;
			this.emitter.send(SseEmitter.event()
				.id(Long.toString(this.number))
				.name(NAME)
				.data(execution, MediaType.APPLICATION_JSON));
			return true;
		}
		catch (IOException | IllegalStateException ex) {
			// the other side has gone away
			this.gone.set(true);
			return false;
		}
	}

	@Override
	public void end() {
		this.emitter.complete();
	}

}
