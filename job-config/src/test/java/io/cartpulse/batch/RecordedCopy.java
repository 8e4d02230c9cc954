package io.cartpulse.batch;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * A PostgreSQL that only writes down what a COPY sends it.
 */
final class RecordedCopy {

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private String statement = "";

	private @Nullable String refusal;

	private boolean active;

	private boolean cancelled;

	Connection connection() {
		return fake(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
			case "unwrap" -> server();
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	/** Refuses the rows at the end of the next copy. */
	void refuse(String message) {
		this.refusal = message;
	}

	/** What the last copy sent. */
	String received() {
		return this.received.toString(StandardCharsets.UTF_8);
	}

	String statement() {
		return this.statement;
	}

	boolean cancelled() {
		return this.cancelled;
	}

	private PGConnection server() throws SQLException {
		BaseConnection none = fake(BaseConnection.class, (proxy, method, arguments) -> null);
		CopyManager copies = new CopyManager(none) {

			@Override
			public CopyIn copyIn(String sql) {
				RecordedCopy.this.statement = sql;
				RecordedCopy.this.active = true;
				RecordedCopy.this.received.reset();
				return copy();
			}

		};
		return fake(PGConnection.class, (proxy, method, arguments) -> switch (method.getName()) {
			case "getCopyAPI" -> copies;
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	private CopyIn copy() {
		return fake(CopyIn.class, (proxy, method, arguments) -> switch (method.getName()) {
			case "writeToCopy" -> write((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
			case "endCopy" -> end();
			case "isActive" -> this.active;
			case "cancelCopy" -> cancel();
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	private @Nullable Object write(byte[] bytes, int offset, int length) {
		this.received.write(bytes, offset, length);
		return null;
	}

	private long end() throws SQLException {
		if (this.refusal != null) {
			String message = this.refusal;
			this.refusal = null;
			throw new SQLException(message);
		}
		this.active = false;
		return received().lines().count();
	}

	private @Nullable Object cancel() {
		this.active = false;
		this.cancelled = true;
		return null;
	}

	private static <T> T fake(Class<T> type, InvocationHandler answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, answers));
	}

}
