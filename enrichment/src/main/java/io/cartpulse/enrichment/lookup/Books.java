package io.cartpulse.enrichment.lookup;

import java.time.Clock;

import io.cartpulse.enrichment.book.BudgetBook;
import io.cartpulse.enrichment.book.FailureBook;
import io.cartpulse.enrichment.book.PendingBook;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all look-ups share.
 *
 * @param budgets requests made
 * @param pending values wanted
 * @param failures what went wrong
 * @param alone runs every write, apart from the caller's transaction: a request was made
 * and paid for whatever becomes of the caller, and no caller holds rows that others wait
 * for
 * @param clock tells the time
 */
record Books(BudgetBook budgets, PendingBook pending, FailureBook failures, TransactionTemplate alone, Clock clock) {

	Books(BudgetBook budgets, PendingBook pending, FailureBook failures, PlatformTransactionManager transactions,
			Clock clock) {
		this(budgets, pending, failures, new TransactionTemplate(transactions), clock);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

}
