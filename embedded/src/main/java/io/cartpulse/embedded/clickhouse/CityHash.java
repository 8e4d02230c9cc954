package io.cartpulse.embedded.clickhouse;

/**
 * CityHash128 in the version 1.0.2 that ClickHouse's compressed blocks carry as checksum.
 */
final class CityHash {

	private static final long K0 = 0xc3a5c85c97cb3127L;

	private static final long K1 = 0xb492b66fbe98f273L;

	private static final long K2 = 0x9ae16a3b2f90404fL;

	private static final long K3 = 0xc949d7c7509e6557L;

	private static final long MUL = 0x9ddfea08eb382d69L;

	private CityHash() {
	}

	/** The two halves of a hash, or of a state on the way to it. */
	record Pair(long low, long high) {

	}

	static Pair hash128(byte[] bytes, int offset, int length) {
		if (length >= 16) {
			return withSeed(bytes, offset + 16, length - 16,
					new Pair(fetch(bytes, offset) ^ K3, fetch(bytes, offset + 8)));
		}
		if (length >= 8) {
			return withSeed(bytes, offset, 0,
					new Pair(fetch(bytes, offset) ^ (length * K0), fetch(bytes, offset + length - 8) ^ K1));
		}
		return withSeed(bytes, offset, length, new Pair(K0, K1));
	}

	private static Pair withSeed(byte[] bytes, int start, int count, Pair seed) {
		if (count < 128) {
			return murmur(bytes, start, count, seed);
		}
		int offset = start;
		int length = count;
		long x = seed.low;
		long y = seed.high;
		long z = length * K1;
		long first = Long.rotateRight(y ^ K1, 49) * K1 + fetch(bytes, offset);
		Pair v = new Pair(first, Long.rotateRight(first, 42) * K1 + fetch(bytes, offset + 8));
		Pair w = new Pair(Long.rotateRight(y + z, 35) * K1 + x,
				Long.rotateRight(x + fetch(bytes, offset + 88), 53) * K1);
		while (length >= 128) {
			for (int half = 0; half < 2; half++) {
				x = Long.rotateRight(x + y + v.low + fetch(bytes, offset + 16), 37) * K1;
				y = Long.rotateRight(y + v.high + fetch(bytes, offset + 48), 42) * K1;
				x ^= w.high;
				y ^= v.low;
				z = Long.rotateRight(z ^ w.low, 33);
				v = weak(bytes, offset, v.high * K1, x + w.low);
				w = weak(bytes, offset + 32, z + w.high, y);
				long swapped = z;
				z = x;
				x = swapped;
				offset += 64;
			}
			length -= 128;
		}
		y += Long.rotateRight(w.low, 37) * K0 + z;
		x += Long.rotateRight(v.low + z, 49) * K0;
		for (int done = 0; done < length;) {
			done += 32;
			int tail = offset + length - done;
			y = Long.rotateRight(y - x, 42) * K0 + v.high;
			w = new Pair(w.low + fetch(bytes, tail + 16), w.high);
			x = Long.rotateRight(x, 49) * K0 + w.low;
			w = new Pair(w.low + v.low, w.high);
			v = weak(bytes, tail, v.low, v.high);
		}
		x = mix(x, v.low);
		y = mix(y, w.low);
		return new Pair(mix(x + v.high, w.high) + y, mix(x + w.high, y + v.high));
	}

	private static Pair murmur(byte[] bytes, int start, int length, Pair seed) {
		long a = seed.low;
		long b = seed.high;
		long c;
		long d;
		int left = length - 16;
		if (left <= 0) {
			a = shift(a * K1) * K1;
			c = b * K1 + upTo16(bytes, start, length);
			d = shift(a + ((length >= 8) ? fetch(bytes, start) : c));
		}
		else {
			c = mix(fetch(bytes, start + length - 8) + K1, a);
			d = mix(b + length, c + fetch(bytes, start + length - 16));
			a += d;
			for (int offset = start; left > 0; left -= 16, offset += 16) {
				a = (a ^ (shift(fetch(bytes, offset) * K1) * K1)) * K1;
				b ^= a;
				c = (c ^ (shift(fetch(bytes, offset + 8) * K1) * K1)) * K1;
				d ^= c;
			}
		}
		a = mix(a, c);
		b = mix(d, b);
		return new Pair(a ^ b, mix(b, a));
	}

	private static long upTo16(byte[] bytes, int offset, int length) {
		if (length > 8) {
			long a = fetch(bytes, offset);
			long b = fetch(bytes, offset + length - 8);
			return mix(a, Long.rotateRight(b + length, length)) ^ b;
		}
		if (length >= 4) {
			return mix(length + (fetchInt(bytes, offset) << 3), fetchInt(bytes, offset + length - 4));
		}
		if (length > 0) {
			int a = bytes[offset] & 0xff;
			int b = bytes[offset + (length >>> 1)] & 0xff;
			int c = bytes[offset + length - 1] & 0xff;
			return shift((a + (b << 8)) * K2 ^ (length + (c << 2)) * K3) * K2;
		}
		return K2;
	}

	private static Pair weak(byte[] bytes, int offset, long seedA, long seedB) {
		long z = fetch(bytes, offset + 24);
		long a = seedA + fetch(bytes, offset);
		long b = Long.rotateRight(seedB + a + z, 21);
		long c = a;
		a += fetch(bytes, offset + 8) + fetch(bytes, offset + 16);
		b += Long.rotateRight(a, 44);
		return new Pair(a + z, b + c);
	}

	private static long mix(long u, long v) {
		long a = (u ^ v) * MUL;
		a ^= a >>> 47;
		long b = (v ^ a) * MUL;
		b ^= b >>> 47;
		return b * MUL;
	}

	private static long shift(long value) {
		return value ^ (value >>> 47);
	}

	private static long fetch(byte[] bytes, int offset) {
		return fetchInt(bytes, offset) | fetchInt(bytes, offset + 4) << 32;
	}

	private static long fetchInt(byte[] bytes, int offset) {
		return (bytes[offset] & 0xffL) | (bytes[offset + 1] & 0xffL) << 8 | (bytes[offset + 2] & 0xffL) << 16
				| (bytes[offset + 3] & 0xffL) << 24;
	}

}
