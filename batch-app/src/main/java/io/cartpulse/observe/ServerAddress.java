package io.cartpulse.observe;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where the console is reached from this machine.
 */
public final class ServerAddress {

	private static final String HERE = "127.0.0.1";

	/** Listened on, these mean every address; nobody can go to them. */
	private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0", "");

	private ServerAddress() {
	}

	/**
	 * The address as a link begins with it.
	 * @param property gives the value of a property; nothing or an empty text if it has
	 * none
	 */
	public static String of(Function<String, @Nullable String> property) {
		String port = value(property, "local.server.port");
		return "http://" + host(value(property, "server.address")) + ":"
				+ (port.isEmpty() ? value(property, "server.port") : port);
	}

	private static String host(String address) {
		if (ALL_ADDRESSES.contains(address)) {
			return HERE;
		}
		return (address.contains(":") && !address.startsWith("[")) ? "[" + address + "]" : address;
	}

	private static String value(Function<String, @Nullable String> property, String name) {
		return Objects.requireNonNullElse(property.apply(name), "").strip();
	}

}
