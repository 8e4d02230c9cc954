package io.cartpulse.source;

/**
 * A field of the wire contract.
 *
 * @param name its name in the JSON object and its column in RAW
 * @param kind how it is read
 * @param required whether a record without it is refused
 */
public record ContractField(String name, FieldKind kind, boolean required) {

	static ContractField required(String name, FieldKind kind) {
		return new ContractField(name, kind, true);
	}

	static ContractField optional(String name, FieldKind kind) {
		return new ContractField(name, kind, false);
	}

}
