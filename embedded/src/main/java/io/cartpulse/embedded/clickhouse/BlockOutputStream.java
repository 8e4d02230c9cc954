package io.cartpulse.embedded.clickhouse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/**
 * Writes ClickHouse's own compressed blocks (the URL parameter {@code compress=1}):
 * checksum, method, sizes, LZ4 data.
 */
final class BlockOutputStream extends FilterOutputStream {

	static final int CHECKSUM = 16;

	static final int HEADER = 9;

	static final byte LZ4 = (byte) 0x82;

	private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();

	private final byte[] block = new byte[1 << 18];

	private final byte[] packed = new byte[CHECKSUM + HEADER + this.compressor.maxCompressedLength(this.block.length)];

	private int filled;

	BlockOutputStream(OutputStream out) {
		super(out);
	}

	@Override
	public void write(int single) throws IOException {
		write(new byte[] { (byte) single }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		int written = 0;
		while (written < length) {
			int part = Math.min(length - written, this.block.length - this.filled);
			System.arraycopy(bytes, offset + written, this.block, this.filled, part);
			this.filled += part;
			written += part;
			if (this.filled == this.block.length) {
				writeBlock();
			}
		}
	}

	private void writeBlock() throws IOException {
		if (this.filled == 0) {
			return;
		}
		int start = CHECKSUM + HEADER;
		int size = HEADER
				+ this.compressor.compress(this.block, 0, this.filled, this.packed, start, this.packed.length - start);
		ByteBuffer buffer = ByteBuffer.wrap(this.packed).order(ByteOrder.LITTLE_ENDIAN);
		buffer.put(CHECKSUM, LZ4).putInt(CHECKSUM + 1, size).putInt(CHECKSUM + 5, this.filled);
		CityHash.Pair checksum = CityHash.hash128(this.packed, CHECKSUM, size);
		buffer.putLong(0, checksum.low()).putLong(Long.BYTES, checksum.high());
		this.out.write(this.packed, 0, CHECKSUM + size);
		this.filled = 0;
	}

	@Override
	public void flush() throws IOException {
		writeBlock();
		this.out.flush();
	}

}
