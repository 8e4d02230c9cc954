package io.cartpulse.dds;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.cartpulse.batch.Layer;
import io.cartpulse.batch.LayerLocks;
import io.cartpulse.batch.LayerLostException;
import io.cartpulse.testing.StoreMessage;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static io.cartpulse.testing.JobUnderTest.failures;
import static io.cartpulse.testing.StoreMessage.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run whose lock falls, though it lives on.
 */
class LayerLossIntegrationTests {

	private static final int ORDERS = 100;

	private static final String LOCK_OF_DDS = "from pg_locks where locktype = 'advisory' "
			+ "and classid::bigint = x'63617274'::bigint and objid = 1";

	/**
	 * The run waits inside its first chunk, for a user that another transaction holds.
	 */
	@Test
	void writesNothingOnceAnotherOneHasTakenTheLayer() throws Exception {
		try (DdsFixture dds = new DdsFixture("cartpulse.dds.chunk-size=1"); Connection foreign = dds.transaction()) {
			dds.raw.receive(orders());
			foreign.createStatement().execute("insert into dds.users (user_id, load_id) values (1, 0)");
			CompletableFuture<JobExecution> run = CompletableFuture.supplyAsync(() -> dds.run("cut off"));
			dds.await("select count(*) = 1 from pg_locks where locktype = 'transactionid' and not granted");
			dds.jdbc.execute("select pg_terminate_backend(pid) " + LOCK_OF_DDS);
			dds.await("select count(*) = 0 " + LOCK_OF_DDS);
			LayerLocks locks = dds.context.getBean(LayerLocks.class);
			CompletableFuture<LayerLocks.Held> other = CompletableFuture
				.supplyAsync(() -> locks.take(List.of(Layer.DDS), "another run"));
			dds.await("select count(*) = 1 " + LOCK_OF_DDS);
			// it cannot become the holder within the chunk
			assertThat(other).isNotDone();
			foreign.rollback();
			JobExecution lost = run.get();
			long written;
			try (LayerLocks.Held held = other.get()) {
				assertThat(held).isNotNull();
				assertThat(lost.getStatus()).isEqualTo(BatchStatus.FAILED);
				assertThat(failures(lost)).anyMatch((failure) -> failure.contains(LayerLostException.class.getName())
						&& failure.contains("this run lost layer DDS to another run"));
				written = dds.count("dds.orders");
				assertThat(written).isBetween(1L, ORDERS - 1L);
				assertThat(dds.run("cut off").getStatus()).isEqualTo(BatchStatus.FAILED);
				assertThat(dds.count("dds.orders")).isEqualTo(written);
			}
			assertThat(dds.run("cut off").getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(dds.count("dds.orders")).isEqualTo(ORDERS);
			assertThat(dds.ledger()).containsExactly("(order,2026-03-02,loaded," + ORDERS + ")");
		}
	}

	private static List<StoreMessage> orders() {
		return IntStream.rangeClosed(1, ORDERS).mapToObj((number) -> anOrder(number).byUser(number)).toList();
	}

}
