package io.cartpulse.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Locks of layers, over all instances of the application: PostgreSQL advisory locks of a
 * connection of their own, so that they fall with the process that held them.
 *
 * <p>
 * A connection can break while its process lives on. So each holder also gets a number,
 * the fence, and shows it in every transaction that writes the layer: once another one
 * has taken the lock, the former holder's next transaction fails.
 */
@Component
public class LayerLocks {

	private static final Logger logger = LoggerFactory.getLogger(LayerLocks.class);

	/** First half of the advisory lock's key: "cart" in ASCII. */
	private static final int LOCK_SPACE = 0x63617274;

	/** A host that vanished without a word is given up after about a minute. */
	private static final String NOTICE_VANISHED_HOLDERS = """
			select set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),
			set_config('tcp_keepalives_count', '3', false)""";

	private static final String TAKE = SqlFile.read(LayerLocks.class, "take-layer.sql");

	private static final String FIND_HOLDER = SqlFile.read(LayerLocks.class, "find-holder.sql");

	private static final String FIND_LOCK = SqlFile.read(LayerLocks.class, "find-lock.sql");

	private static final String NAME_HOLDER = SqlFile.read(LayerLocks.class, "name-holder.sql");

	private static final String SHOW_FENCE = SqlFile.read(LayerLocks.class, "show-fence.sql");

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	/** Locks that were lent to the jobs of a thread. */
	private final ThreadLocal<@Nullable Held> ofThread = new ThreadLocal<>();

	private final Map<Long, Held> ofExecution = new ConcurrentHashMap<>();

	LayerLocks(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * Takes the locks of some layers, or none of them.
	 * @param layers what will be written
	 * @param holder who takes them, in words for people
	 * @return the held locks, to be closed at the end
	 * @throws LayerHeldException when another run holds one of them
	 */
	public Held take(Collection<Layer> layers, String holder) {
		Held held = connect();
		try {
			for (Layer layer : layers.stream().sorted().toList()) {
				held.take(layer, holder);
			}
			return held;
		}
		catch (SQLException ex) {
			held.close();
			throw new DataAccessResourceFailureException("cannot lock layers " + layers, ex);
		}
		catch (RuntimeException ex) {
			held.close();
			throw ex;
		}
	}

	private Held connect() {
		try {
			return new Held(this.dataSource.getConnection());
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("cannot connect to PostgreSQL to lock layers", ex);
		}
	}

	/** Whether somebody holds one of some layers. */
	public boolean isHeld(Collection<Layer> layers) {
		return layers.stream()
			.anyMatch((
					layer) -> !this.jdbc.queryForList(FIND_LOCK, Integer.class, LOCK_SPACE, layer.ordinal()).isEmpty());
	}

	/** The executions that run in this process. */
	public Set<Long> executions() {
		return Set.copyOf(this.ofExecution.keySet());
	}

	/** Lets an execution run under the locks of its launch, or under locks of its own. */
	void begin(long executionId, Collection<Layer> layers, String holder) {
		Held launched = this.ofThread.get();
		if (launched != null && launched.covers(layers)) {
			launched.rename(holder);
			this.ofExecution.put(executionId, launched);
			launched.begun.accept(executionId);
			return;
		}
		Held own = take(layers, holder);
		own.own = true;
		this.ofExecution.put(executionId, own);
	}

	void end(long executionId) {
		Held held = this.ofExecution.remove(executionId);
		if (held != null && held.own) {
			held.close();
		}
	}

	/**
	 * Makes sure, for the rest of the present transaction, that nobody else has taken the
	 * layers of an execution.
	 * @param executionId a running job execution
	 * @throws LayerLostException when somebody has
	 */
	public void requireHeld(long executionId) {
		Held held = this.ofExecution.get(executionId);
		if (held == null) {
			throw new IllegalStateException("execution " + executionId + " writes without holding its layers");
		}
		held.fences.forEach((layer, fence) -> {
			if (this.jdbc.queryForList(SHOW_FENCE, Integer.class, layer.name(), fence).isEmpty()) {
				throw new LayerLostException(layer);
			}
		});
	}

	private static String process() {
		return "process " + ProcessHandle.current().pid();
	}

	/**
	 * Layers that are held until this is closed.
	 */
	public final class Held implements AutoCloseable {

		private final Connection connection;

		private final Map<Layer, Long> fences = new EnumMap<>(Layer.class);

		private LongConsumer begun = (executionId) -> {
		};

		/** Whether a job took it for itself. */
		private boolean own;

		private Held(Connection connection) {
			this.connection = connection;
		}

		/** Lets the jobs that this thread starts run under these locks. */
		public void lendToJobs() {
			lendToJobs((executionId) -> {
			});
		}

		/**
		 * Lets the jobs that this thread starts run under these locks.
		 * @param begun gets the number of each execution that begins to run
		 */
		public void lendToJobs(LongConsumer begun) {
			this.begun = begun;
			LayerLocks.this.ofThread.set(this);
		}

		private boolean covers(Collection<Layer> layers) {
			return this.fences.keySet().containsAll(layers);
		}

		private void take(Layer layer, String holder) throws SQLException {
			if (!tryLock(layer)) {
				throw new LayerHeldException(layer, holderOf(layer));
			}
			try (PreparedStatement keepAlive = this.connection.prepareStatement(NOTICE_VANISHED_HOLDERS)) {
				keepAlive.execute();
			}
			try (PreparedStatement note = this.connection.prepareStatement(TAKE)) {
				note.setString(1, layer.name());
				note.setString(2, holder + " (" + process() + ")");
				try (ResultSet result = note.executeQuery()) {
					result.next();
					this.fences.put(layer, result.getLong(1));
				}
			}
		}

		private boolean tryLock(Layer layer) throws SQLException {
			try (PreparedStatement lock = this.connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
				lock.setInt(1, LOCK_SPACE);
				lock.setInt(2, layer.ordinal());
				try (ResultSet result = lock.executeQuery()) {
					result.next();
					return result.getBoolean(1);
				}
			}
		}

		private String holderOf(Layer layer) throws SQLException {
			try (PreparedStatement query = this.connection.prepareStatement(FIND_HOLDER)) {
				query.setString(1, layer.name());
				try (ResultSet result = query.executeQuery()) {
					return result.next() ? result.getString(1) : "another run";
				}
			}
		}

		private void rename(String holder) {
			this.fences.forEach((layer, fence) -> LayerLocks.this.jdbc.update(NAME_HOLDER,
					holder + " (" + process() + ")", layer.name(), fence));
		}

		/** Lets go of the layers. */
		@Override
		public void close() {
			if (LayerLocks.this.ofThread.get() == this) {
				LayerLocks.this.ofThread.remove();
			}
			// a run that broke off did not say that it ended
			LayerLocks.this.ofExecution.values().removeIf((held) -> held == this);
			try (Connection closing = this.connection;
					PreparedStatement unlock = closing.prepareStatement("select pg_advisory_unlock_all()")) {
				unlock.execute();
			}
			catch (SQLException ex) {
				// a broken connection has let go of its locks already
				logger.warn("the connection that held layers {} was broken: {}", List.copyOf(this.fences.keySet()),
						ex.getMessage());
			}
		}

	}

}
