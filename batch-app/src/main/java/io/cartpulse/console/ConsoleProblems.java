package io.cartpulse.console;

import java.util.Map;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemException;
import io.cartpulse.security.SecuritySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells what went wrong as a page in the layout, with the API's codes. What is not known
 * here goes to the page of all errors.
 */
@ConditionalOnWebApplication
@ControllerAdvice(annotations = ConsoleController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleProblems {

	private static final Logger logger = LoggerFactory.getLogger(ConsoleProblems.class);

	private final SecuritySettings settings;

	ConsoleProblems(SecuritySettings settings) {
		this.settings = settings;
	}

	@ExceptionHandler
	ModelAndView refused(ProblemException refusal, Authentication login) {
		return page(refusal.code(), String.valueOf(refusal.getMessage()), login);
	}

	@ExceptionHandler({ TypeMismatchException.class, ServletRequestBindingException.class })
	ModelAndView unreadable(Exception failure, Authentication login) {
		return page(ProblemCode.MALFORMED_PARAMETER, "Look at the address: a value in it cannot be read.", login);
	}

	@ExceptionHandler
	ModelAndView changedMeanwhile(ConcurrencyFailureException failure, Authentication login) {
		return page(ProblemCode.STATE_FORBIDS, "It was changed at the same time. Look at it and try again.", login);
	}

	@ExceptionHandler({ TransientDataAccessException.class, CannotCreateTransactionException.class,
			NonTransientDataAccessResourceException.class })
	ModelAndView noDatabase(Exception failure, Authentication login) {
		logger.warn("PostgreSQL does not answer", failure);
		return page(ProblemCode.POSTGRES_DOWN, "Try again in a few seconds; the doctor tells more.", login);
	}

	private ModelAndView page(ProblemCode code, String detail, Authentication login) {
		return new ModelAndView("console/problem",
				Map.of("viewer", Viewer.of(login, this.settings.readOnly()), "code", code, "detail", detail),
				HttpStatusCode.valueOf(code.status()));
	}

}
