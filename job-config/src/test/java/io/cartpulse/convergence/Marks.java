package io.cartpulse.convergence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import io.cartpulse.mart.WatchedClickHouse;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Says on standard output where the steps of a process are, and waits for good at a place
 * that it is told to wait at: there the process is killed.
 */
final class Marks implements BeanPostProcessor, WatchedClickHouse.ExchangeWatch {

	static final String MARK = "mark: ";

	static final String WAITING = "waiting";

	private volatile @Nullable String waitAt;

	private volatile int passes;

	/** Waits where a mark begins with a text, after some that are passed. */
	void waitAt(String mark, int after) {
		this.passes = after;
		this.waitAt = mark;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource dataSource && name.equals("dataSource")) ? new Watched(dataSource) : bean;
	}

	@Override
	public void exchanged(String statement) {
		say("swapped " + (statement.contains("data_mart") ? "data_mart" : "facts"));
	}

	private void say(String mark) {
		System.out.println(MARK + mark);
		String place = this.waitAt;
		if (place != null && mark.startsWith(place) && isDue()) {
			System.out.println(WAITING);
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private synchronized boolean isDue() {
		return this.passes-- <= 0;
	}

	/**
	 * Connections that tell what the present step does with them.
	 */
	private final class Watched extends DelegatingDataSource {

		private Watched(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			var context = StepSynchronizationManager.getContext();
			if (context == null) {
				return connection;
			}
			String step = context.getStepExecution().getStepName().replaceAll(":.*", "");
			say("inside " + step);
			return (Connection) Proxy.newProxyInstance(Marks.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						boolean commit = method.getName().equals("commit");
						if (commit) {
							say("before commit of " + step);
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
						finally {
							if (commit) {
								say("after commit of " + step);
							}
						}
					});
		}

	}

}
