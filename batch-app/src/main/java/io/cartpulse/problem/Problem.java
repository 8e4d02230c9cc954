package io.cartpulse.problem;

import java.util.Map;

import org.springframework.http.ProblemDetail;

/**
 * Makes RFC 9457's details of a problem, all with a {@code code}.
 */
public final class Problem {

	private Problem() {
	}

	/** The details of a code. */
	public static ProblemDetail of(ProblemCode code, String detail) {
		return of(code, detail, Map.of());
	}

	/** The details of a refusal. */
	public static ProblemDetail of(ProblemException refusal) {
		return of(refusal.code(), String.valueOf(refusal.getMessage()), refusal.more());
	}

	private static ProblemDetail of(ProblemCode code, String detail, Map<String, Object> more) {
		ProblemDetail problem = ProblemDetail.forStatus(code.status());
		problem.setTitle(code.title());
		problem.setDetail(detail);
		problem.setProperty("code", code.code());
		more.forEach(problem::setProperty);
		return problem;
	}

}
