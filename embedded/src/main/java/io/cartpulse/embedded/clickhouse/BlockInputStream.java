package io.cartpulse.embedded.clickhouse;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.github.luben.zstd.Zstd;
import net.jpountz.lz4.LZ4Factory;

/**
 * Reads ClickHouse's own compressed blocks (the URL parameter {@code decompress=1}).
 */
final class BlockInputStream extends InputStream {

	private static final byte ZSTD = (byte) 0x90;

	private static final byte NONE = 0x02;

	// the largest block ClickHouse itself accepts is 1 GiB; clients send about 1 MiB
	private static final int LIMIT = 32 << 20;

	private final DataInputStream in;

	private byte[] block = new byte[0];

	private int position;

	BlockInputStream(InputStream in) {
		this.in = new DataInputStream(in);
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		while (this.position == this.block.length) {
			if (!nextBlock()) {
				return -1;
			}
		}
		int part = Math.min(length, this.block.length - this.position);
		System.arraycopy(this.block, this.position, target, offset, part);
		this.position += part;
		return part;
	}

	private boolean nextBlock() throws IOException {
		byte[] checksum = this.in.readNBytes(BlockOutputStream.CHECKSUM);
		if (checksum.length == 0) {
			return false;
		}
		byte[] header = this.in.readNBytes(BlockOutputStream.HEADER);
		if (header.length < BlockOutputStream.HEADER) {
			throw new EOFException("The last compressed block is cut off");
		}
		ByteBuffer sizes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
		int packedSize = sizes.getInt(1);
		int size = sizes.getInt(5);
		if (packedSize < BlockOutputStream.HEADER || packedSize > LIMIT || size < 0 || size > LIMIT) {
			throw new IOException("A compressed block of " + packedSize + " bytes for " + size + " is not acceptable");
		}
		byte[] packed = new byte[packedSize];
		System.arraycopy(header, 0, packed, 0, header.length);
		this.in.readFully(packed, header.length, packedSize - header.length);
		check(packed, ByteBuffer.wrap(checksum).order(ByteOrder.LITTLE_ENDIAN));
		this.block = unpack(packed, size);
		this.position = 0;
		return true;
	}

	private static void check(byte[] packed, ByteBuffer checksum) throws IOException {
		CityHash.Pair expected = CityHash.hash128(packed, 0, packed.length);
		if (checksum.getLong(0) != expected.low() || checksum.getLong(Long.BYTES) != expected.high()) {
			throw new IOException("The checksum of a compressed block does not match");
		}
	}

	private static byte[] unpack(byte[] packed, int size) throws IOException {
		int start = BlockOutputStream.HEADER;
		byte[] block = new byte[size];
		switch (packed[0]) {
			case BlockOutputStream.LZ4 -> LZ4Factory.fastestInstance()
				.safeDecompressor()
				.decompress(packed, start, packed.length - start, block, 0, size);
			case ZSTD -> Zstd.decompressByteArray(block, 0, size, packed, start, packed.length - start);
			case NONE -> System.arraycopy(packed, start, block, 0, size);
			default -> throw new IOException("Unknown compression method " + (packed[0] & 0xff));
		}
		return block;
	}

}
