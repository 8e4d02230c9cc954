package io.cartpulse.batch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repeats a chunk's writing that lost a deadlock or a serialization conflict, at most
 * five times. It returns to a savepoint, which gives the locks back and keeps the
 * transaction that Spring Batch holds around the chunk.
 */
public final class ChunkRetry {

	private static final Logger logger = LoggerFactory.getLogger(ChunkRetry.class);

	private static final int MAX_RETRIES = 5;

	private final TransactionTemplate savepoint;

	private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(MAX_RETRIES)
		.delay(Duration.ofMillis(50))
		.multiplier(2)
		.jitter(Duration.ofMillis(25))
		.predicate(ChunkRetry::isConflict)
		.build());

	/**
	 * Makes one.
	 * @param transactionManager of the chunks
	 */
	public ChunkRetry(PlatformTransactionManager transactionManager) {
		this.savepoint = new TransactionTemplate(transactionManager);
		this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/**
	 * Runs some writing.
	 * @param writing statements of the present transaction
	 * @return how often it was repeated
	 */
	public int run(Runnable writing) {
		AtomicInteger attempts = new AtomicInteger();
		this.retry.invoke(() -> {
			attempts.incrementAndGet();
			this.savepoint.executeWithoutResult((status) -> writing.run());
			return true;
		});
		return attempts.get() - 1;
	}

	/**
	 * Codes of class 40, transaction rollback: serialization_failure, deadlock_detected.
	 */
	private static boolean isConflict(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		boolean conflict = cause instanceof SQLException sql
				&& ("40P01".equals(sql.getSQLState()) || "40001".equals(sql.getSQLState()));
		if (conflict) {
			logger.warn("a chunk met a conflict with another transaction and is repeated: {}", cause.getMessage());
		}
		return conflict;
	}

}
