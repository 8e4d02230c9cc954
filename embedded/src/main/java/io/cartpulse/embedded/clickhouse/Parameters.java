package io.cartpulse.embedded.clickhouse;

import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters laid out in native memory, kept reachable while a call uses them.
 */
final class Parameters {

	private final int count;

	private final @Nullable Memory names;

	private final @Nullable Memory nameLengths;

	private final @Nullable Memory values;

	private final @Nullable Memory valueLengths;

	private final Memory[] texts;

	Parameters(Map<String, String> parameters) {
		this.count = parameters.size();
		this.names = table(this.count);
		this.nameLengths = table(this.count);
		this.values = table(this.count);
		this.valueLengths = table(this.count);
		this.texts = new Memory[2 * this.count];
		int index = 0;
		for (Map.Entry<String, String> parameter : parameters.entrySet()) {
			this.texts[2 * index] = put(this.names, this.nameLengths, index, parameter.getKey());
			this.texts[2 * index + 1] = put(this.values, this.valueLengths, index, parameter.getValue());
			index++;
		}
	}

	private static @Nullable Memory table(int count) {
		return (count > 0) ? new Memory((long) count * Long.BYTES) : null;
	}

	private static Memory put(@Nullable Memory pointers, @Nullable Memory lengths, int index, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		Memory memory = new Memory(bytes.length + 1L);
		memory.write(0, bytes, 0, bytes.length);
		memory.setByte(bytes.length, (byte) 0);
		if (pointers != null && lengths != null) {
			pointers.setPointer((long) index * Long.BYTES, memory);
			lengths.setLong((long) index * Long.BYTES, bytes.length);
		}
		return memory;
	}

	@Nullable Pointer names() {
		return this.names;
	}

	@Nullable Pointer nameLengths() {
		return this.nameLengths;
	}

	@Nullable Pointer values() {
		return this.values;
	}

	@Nullable Pointer valueLengths() {
		return this.valueLengths;
	}

	NativeLong count() {
		return new NativeLong(this.count);
	}

	/**
	 * Ends the use of the native memory: until here the garbage collector must not free
	 * it.
	 */
	void release() {
		Reference.reachabilityFence(this.texts);
		Reference.reachabilityFence(this);
	}

}
