package io.cartpulse.enrichment;

import java.util.Set;

/**
 * Which values of a kind it is of use to ask for, by the settings.
 *
 * @param <K> what values are looked up by
 */
public interface Reach<K> {

	/** Whether somebody can tell this value now. */
	boolean covers(K key);

	/**
	 * The sources whose values give way to those of a provider that is on; empty where
	 * none is.
	 */
	Set<String> replaced();

}
