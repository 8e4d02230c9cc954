package io.cartpulse.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/**
 * Locks of layers, over all instances of the application: PostgreSQL advisory locks of a
 * connection of their own, so that they fall with the process that held them.
 */
@Component
public class LayerLocks {

	/** First half of the advisory lock's key: "cart" in ASCII. */
	private static final int LOCK_SPACE = 0x63617274;

	private final DataSource dataSource;

	LayerLocks(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Takes the locks of some layers, or none of them.
	 * @param layers what the run writes
	 * @param holder who takes them, in words for people
	 * @return the held locks, to be closed at the end of the run
	 * @throws LayerHeldException when another run holds one of them
	 */
	public Held take(Collection<Layer> layers, String holder) {
		List<Layer> inOrder = layers.stream().sorted(Comparator.naturalOrder()).toList();
		try {
			Connection connection = this.dataSource.getConnection();
			try {
				for (Layer layer : inOrder) {
					takeOne(connection, layer, holder);
				}
				return new Held(connection, inOrder);
			}
			catch (SQLException | RuntimeException ex) {
				new Held(connection, inOrder).close();
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("cannot lock layers " + inOrder, ex);
		}
	}

	private static void takeOne(Connection connection, Layer layer, String holder) throws SQLException {
		try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
			lock.setInt(1, LOCK_SPACE);
			lock.setInt(2, layer.ordinal());
			try (ResultSet result = lock.executeQuery()) {
				result.next();
				if (!result.getBoolean(1)) {
					throw new LayerHeldException(layer, holderOf(connection, layer));
				}
			}
		}
		try (PreparedStatement note = connection.prepareStatement("""
				insert into etl.layer_locks (layer, holder, taken_at) values (?, ?, now())
				on conflict (layer) do update set holder = excluded.holder, taken_at = excluded.taken_at""")) {
			note.setString(1, layer.name());
			note.setString(2, holder);
			note.executeUpdate();
		}
	}

	private static String holderOf(Connection connection, Layer layer) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select holder || ' since ' || taken_at from etl.layer_locks where layer = ?")) {
			query.setString(1, layer.name());
			try (ResultSet result = query.executeQuery()) {
				return result.next() ? result.getString(1) : "another run";
			}
		}
	}

	/**
	 * Layers that are held until this is closed.
	 */
	public static final class Held implements AutoCloseable {

		private final Connection connection;

		private final List<Layer> layers;

		private Held(Connection connection, List<Layer> layers) {
			this.connection = connection;
			this.layers = layers;
		}

		@Override
		public void close() {
			try (Connection closing = this.connection;
					PreparedStatement unlock = closing.prepareStatement("select pg_advisory_unlock(?, ?)")) {
				for (Layer layer : this.layers) {
					unlock.setInt(1, LOCK_SPACE);
					unlock.setInt(2, layer.ordinal());
					unlock.execute();
				}
			}
			catch (SQLException ex) {
				// a broken connection has let go of its locks already
				throw new IllegalStateException("cannot unlock layers " + this.layers, ex);
			}
		}

	}

}
