package io.cartpulse.embedded.clickhouse;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the ClickHouse library, named as they are there.
 */
interface Chdb extends Library {

	void chdb_set_signal_handlers_enabled(int enabled);

	@Nullable Pointer chdb_connect(int count, String[] arguments);

	void chdb_close_conn(Pointer handle);

	Pointer chdb_query_with_params_n(Pointer connection, byte[] query, NativeLong queryLength, byte[] format,
			NativeLong formatLength, @Nullable Pointer names, @Nullable Pointer nameLengths, @Nullable Pointer values,
			@Nullable Pointer valueLengths, NativeLong count);

	Pointer chdb_stream_query_with_params_n(Pointer connection, byte[] query, NativeLong queryLength, byte[] format,
			NativeLong formatLength, @Nullable Pointer names, @Nullable Pointer nameLengths, @Nullable Pointer values,
			@Nullable Pointer valueLengths, NativeLong count);

	Pointer chdb_stream_fetch_result(Pointer connection, Pointer stream);

	void chdb_stream_cancel_query(Pointer connection, Pointer stream);

	Pointer chdb_stream_insert_with_params_n(Pointer connection, byte[] query, NativeLong queryLength, byte[] format,
			NativeLong formatLength, @Nullable Pointer names, @Nullable Pointer nameLengths, @Nullable Pointer values,
			@Nullable Pointer valueLengths, NativeLong count);

	int chdb_stream_append(Pointer stream, byte[] data, NativeLong length);

	Pointer chdb_stream_done(Pointer stream);

	void chdb_stream_cancel_insert(Pointer stream);

	@Nullable String chdb_stream_insert_error(Pointer stream);

	void chdb_destroy_insert_stream(Pointer stream);

	@Nullable Pointer chdb_result_buffer(Pointer result);

	NativeLong chdb_result_length(Pointer result);

	@Nullable Pointer chdb_result_error(Pointer result);

	void chdb_destroy_query_result(Pointer result);

	long chdb_result_rows_read(Pointer result);

	long chdb_result_rows_written(Pointer result);

	long chdb_result_bytes_written(Pointer result);

	long chdb_result_storage_rows_read(Pointer result);

	long chdb_result_storage_bytes_read(Pointer result);

}
