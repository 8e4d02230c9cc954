package io.cartpulse.admin;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.cartpulse.problem.ProblemCode;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Answers with a problem what Tomcat refuses by itself: addresses and headers that are
 * none. Tomcat makes it by its class.
 */
public final class ProblemReportValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		ProblemCode code = (response.getStatus() < 500) ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL_ERROR;
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			Writer body = response.getReporter();
			if (body != null) {
				body.write("{\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}".formatted(code.title(),
						response.getStatus(), code.code()));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			// nobody listens any more
			this.container.getLogger().debug("a refusal could not be sent", ex);
		}
	}

}
