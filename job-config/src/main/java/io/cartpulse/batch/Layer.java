package io.cartpulse.batch;

/**
 * The layers of the warehouse; whoever writes one holds its lock.
 */
public enum Layer {

	/** Kafka's records as received. */
	RAW,
	/** Validated facts. */
	DDS,
	/** Facts and marts in ClickHouse. */
	MART,
	/** The topic before all of them, as far as a simulation writes it. */
	TOPIC,
	/** Exchange rates, places and weather, which DDS takes over by itself. */
	REFERENCE

}
