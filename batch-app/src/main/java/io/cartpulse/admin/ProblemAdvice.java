package io.cartpulse.admin;

import java.util.Set;
import java.util.UUID;

import io.cartpulse.problem.BodyTooLargeException;
import io.cartpulse.problem.Problem;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Answers whatever goes wrong in the API with a problem, and says nothing of how it is
 * made inside.
 */
@RestControllerAdvice
class ProblemAdvice {

	private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

	private static final String RETRY_SOON = "5";

	/** Too much at once, or something is away. */
	private static final Set<Integer> RETRIED = Set.of(ProblemCode.TOO_MANY_STREAMS.status(),
			ProblemCode.POSTGRES_DOWN.status());

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(Exception failure, HttpServletRequest request) throws Exception {
		if (!Api.isFor(request) || belongsToOthers(failure)) {
			throw failure;
		}
		ProblemDetail problem = problemOf(failure);
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (RETRIED.contains(problem.getStatus())) {
			answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
		}
		if (failure instanceof ErrorResponse known) {
			answer.headers(known.getHeaders());
		}
		return answer.body(problem);
	}

	/** The filters before know what to say, or nobody listens any more. */
	private static boolean belongsToOthers(Exception failure) {
		return failure instanceof AuthenticationException || failure instanceof AccessDeniedException
				|| failure instanceof RequestRejectedException || failure instanceof AsyncRequestNotUsableException;
	}

	private static ProblemDetail problemOf(Exception failure) {
		if (failure instanceof ProblemException refusal) {
			return Problem.of(refusal);
		}
		if (BodyTooLargeException.causes(failure)) {
			return Problem.of(ProblemCode.TOO_LARGE, "Send less, or raise cartpulse.security.max-body.");
		}
		if (failure instanceof HttpMessageNotReadableException) {
			return Problem.of(ProblemCode.MALFORMED_BODY,
					"The body must be a JSON object with the fields that the call takes.");
		}
		if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
			return Problem.of(ProblemCode.MALFORMED_PARAMETER, mismatch.getName() + " cannot be read.");
		}
		if (failure instanceof TypeMismatchException || failure instanceof ServletRequestBindingException) {
			return Problem.of(ProblemCode.MALFORMED_PARAMETER, "A parameter is missing or cannot be read.");
		}
		if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
			return known(known);
		}
		if (failure instanceof ConcurrencyFailureException) {
			return Problem.of(ProblemCode.STATE_FORBIDS, "It was changed at the same time. Look at it and try again.");
		}
		if (failure instanceof TransientDataAccessException || failure instanceof CannotCreateTransactionException
				|| failure instanceof NonTransientDataAccessResourceException) {
			logger.warn("PostgreSQL does not answer", failure);
			return Problem.of(ProblemCode.POSTGRES_DOWN, "Try again in a few seconds.");
		}
		String reference = UUID.randomUUID().toString();
		logger.error("a request failed, reference {}", reference, failure);
		return Problem.of(ProblemCode.INTERNAL_ERROR, "The log says more under reference " + reference + ".");
	}

	private static ProblemDetail known(ErrorResponse failure) {
		return switch (failure.getStatusCode().value()) {
			case 404 -> Problem.of(ProblemCode.UNKNOWN_PATH, "See the calls in " + Api.ROOT + "/openapi.json.");
			case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Allow names the methods that it takes.");
			case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE, "Accept application/json.");
			case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
			default -> Problem.of(ProblemCode.MALFORMED_REQUEST, "See the calls in " + Api.ROOT + "/openapi.json.");
		};
	}

}
