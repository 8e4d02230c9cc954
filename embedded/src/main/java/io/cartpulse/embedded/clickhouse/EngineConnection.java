package io.cartpulse.embedded.clickhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the engine, used for one request by one thread.
 */
final class EngineConnection implements AutoCloseable {

	/** Takes a result piece by piece. */
	interface Sink {

		/**
		 * A new block begins; every block repeats its format's header.
		 * @param counts what the query did up to here
		 */
		void block(QueryCounts counts) throws IOException;

		void write(byte[] bytes, int length) throws IOException;

	}

	private static final int PIECE = 1 << 16;

	private static final int INSERT_PIECE = 1 << 20;

	private final Chdb library;

	private final Pointer handle;

	private final Pointer connection;

	EngineConnection(Chdb library, Pointer handle) {
		this.library = library;
		this.handle = handle;
		this.connection = handle.getPointer(0);
	}

	String text(String sql, Map<String, String> parameters) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		run(bytes(sql), "TabSeparatedRaw", parameters, new Sink() {

			@Override
			public void block(QueryCounts counts) {
				// the text is collected as it comes
			}

			@Override
			public void write(byte[] piece, int length) {
				bytes.write(piece, 0, length);
			}

		});
		return bytes.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Runs any statement; the engine keeps the whole result until it is written out.
	 */
	void run(byte[] sql, String format, Map<String, String> parameters, Sink sink) throws IOException {
		Parameters laidOut = new Parameters(parameters);
		byte[] formatName = bytes(format);
		Pointer result = this.library.chdb_query_with_params_n(this.connection, sql, length(sql), formatName,
				length(formatName), laidOut.names(), laidOut.nameLengths(), laidOut.values(), laidOut.valueLengths(),
				laidOut.count());
		laidOut.release();
		try {
			check(result);
			sink.block(counts(result, 0));
			copy(result, sink);
		}
		finally {
			this.library.chdb_destroy_query_result(result);
		}
	}

	/**
	 * Runs a query and hands on its blocks as they come. The sink hears nothing where the
	 * result is empty.
	 * @return whether there was a block
	 */
	boolean stream(byte[] sql, String format, Map<String, String> parameters, Sink sink) throws IOException {
		Parameters laidOut = new Parameters(parameters);
		byte[] formatName = bytes(format);
		Pointer stream = this.library.chdb_stream_query_with_params_n(this.connection, sql, length(sql), formatName,
				length(formatName), laidOut.names(), laidOut.nameLengths(), laidOut.values(), laidOut.valueLengths(),
				laidOut.count());
		laidOut.release();
		boolean ended = false;
		try {
			check(stream);
			long rows = 0;
			boolean any = false;
			while (true) {
				Pointer block = this.library.chdb_stream_fetch_result(this.connection, stream);
				try {
					String error = error(block);
					ended = error != null || this.library.chdb_result_length(block).longValue() == 0;
					if (error != null) {
						throw new EngineException(error);
					}
					if (ended) {
						return any;
					}
					rows += this.library.chdb_result_rows_read(block);
					sink.block(counts(block, rows));
					copy(block, sink);
					any = true;
				}
				finally {
					this.library.chdb_destroy_query_result(block);
				}
			}
		}
		finally {
			if (!ended) {
				this.library.chdb_stream_cancel_query(this.connection, stream);
			}
			this.library.chdb_destroy_query_result(stream);
		}
	}

	/**
	 * Inserts a stream of rows of any length in constant memory.
	 */
	QueryCounts insert(byte[] sql, String format, Map<String, String> parameters, InputStream data) throws IOException {
		Parameters laidOut = new Parameters(parameters);
		byte[] formatName = bytes(format);
		Pointer stream = this.library.chdb_stream_insert_with_params_n(this.connection, sql, length(sql), formatName,
				length(formatName), laidOut.names(), laidOut.nameLengths(), laidOut.values(), laidOut.valueLengths(),
				laidOut.count());
		laidOut.release();
		try {
			String error = this.library.chdb_stream_insert_error(stream);
			if (error != null && !error.isEmpty()) {
				throw new EngineException(error);
			}
			append(stream, data);
			return finish(stream);
		}
		finally {
			this.library.chdb_destroy_insert_stream(stream);
		}
	}

	private void append(Pointer stream, InputStream data) throws IOException {
		byte[] piece = new byte[INSERT_PIECE];
		try {
			for (int read = data.readNBytes(piece, 0, piece.length); read > 0; read = data.readNBytes(piece, 0,
					piece.length)) {
				if (this.library.chdb_stream_append(stream, piece, new NativeLong(read)) != 0) {
					String error = this.library.chdb_stream_insert_error(stream);
					throw new EngineException((error != null) ? error : "The engine refuses the rows");
				}
			}
		}
		catch (IOException ex) {
			// a sender that breaks off must not leave the rows sent so far as if they
			// were all
			this.library.chdb_stream_cancel_insert(stream);
			throw ex;
		}
	}

	private QueryCounts finish(Pointer stream) {
		Pointer result = this.library.chdb_stream_done(stream);
		try {
			check(result);
			return counts(result, 0);
		}
		finally {
			this.library.chdb_destroy_query_result(result);
		}
	}

	private void copy(Pointer result, Sink sink) throws IOException {
		long length = this.library.chdb_result_length(result).longValue();
		Pointer buffer = this.library.chdb_result_buffer(result);
		if (buffer == null) {
			return;
		}
		byte[] piece = new byte[(int) Math.min(PIECE, length)];
		for (long offset = 0; offset < length; offset += piece.length) {
			int size = (int) Math.min(piece.length, length - offset);
			buffer.read(offset, piece, 0, size);
			sink.write(piece, size);
		}
	}

	private void check(Pointer result) {
		String error = error(result);
		if (error != null) {
			throw new EngineException(error);
		}
	}

	private @Nullable String error(Pointer result) {
		Pointer error = this.library.chdb_result_error(result);
		return (error != null) ? error.getString(0, StandardCharsets.UTF_8.name()) : null;
	}

	private QueryCounts counts(Pointer result, long resultRows) {
		return new QueryCounts(this.library.chdb_result_storage_rows_read(result),
				this.library.chdb_result_storage_bytes_read(result), this.library.chdb_result_rows_written(result),
				this.library.chdb_result_bytes_written(result),
				(resultRows > 0) ? resultRows : this.library.chdb_result_rows_read(result));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static NativeLong length(byte[] bytes) {
		return new NativeLong(bytes.length);
	}

	@Override
	public void close() {
		this.library.chdb_close_conn(this.handle);
	}

}
