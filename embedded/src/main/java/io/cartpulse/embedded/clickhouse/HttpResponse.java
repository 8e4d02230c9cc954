package io.cartpulse.embedded.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request. Its headers go out with the first block, so that an error
 * before it still gets an error's status.
 */
final class HttpResponse implements EngineConnection.Sink {

	private final HttpExchange exchange;

	private final HttpRequest request;

	private final ResultFormat format;

	private final HeaderCutter cutter;

	private final long begin = System.nanoTime();

	private @Nullable OutputStream out;

	HttpResponse(HttpExchange exchange, HttpRequest request) {
		this.exchange = exchange;
		this.request = request;
		this.format = new ResultFormat(request.format());
		this.cutter = new HeaderCutter(this.format);
	}

	@Override
	public void block(QueryCounts counts) throws IOException {
		open(counts);
		this.cutter.nextBlock();
	}

	@Override
	public void write(byte[] bytes, int length) throws IOException {
		if (this.out != null) {
			this.cutter.write(bytes, length, this.out);
		}
	}

	boolean isOpen() {
		return this.out != null;
	}

	void end(QueryCounts counts) throws IOException {
		open(counts).close();
	}

	/** Adds an error's text to a result that has begun, where a person can read it. */
	void breakOff(EngineException failure) throws IOException {
		if (this.out != null && this.format.isText()) {
			this.out.write(("\n" + failure.wireText()).getBytes(StandardCharsets.UTF_8));
			this.out.flush();
		}
	}

	private OutputStream open(QueryCounts counts) throws IOException {
		OutputStream opened = this.out;
		if (opened == null) {
			opened = send(counts);
			this.out = opened;
		}
		return opened;
	}

	private OutputStream send(QueryCounts counts) throws IOException {
		Headers headers = this.exchange.getResponseHeaders();
		headers.set("X-ClickHouse-Format", this.format.name());
		headers.set("X-ClickHouse-Summary", counts.summary(System.nanoTime() - this.begin));
		headers.set("Content-Type", this.format.contentType());
		String encoding = this.request.encoding();
		if (encoding != null) {
			headers.set("Content-Encoding", encoding);
		}
		this.exchange.sendResponseHeaders(200, 0);
		return encoded(this.exchange.getResponseBody(), encoding);
	}

	private OutputStream encoded(OutputStream body, @Nullable String encoding) throws IOException {
		if (encoding == null) {
			return this.request.wantsBlocks() ? new BlockOutputStream(body) : body;
		}
		return switch (encoding) {
			case "gzip" -> new GZIPOutputStream(body, 1 << 16, true);
			case "lz4" -> new LZ4FrameOutputStream(body, LZ4FrameOutputStream.BLOCKSIZE.SIZE_256KB);
			default -> new ZstdOutputStream(body);
		};
	}

}
