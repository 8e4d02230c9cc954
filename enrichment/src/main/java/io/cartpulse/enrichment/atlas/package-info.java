/**
 * A map of the world's cities that is on board: reverse geocoding without asking anybody.
 * No Spring here.
 */
@NullMarked
package io.cartpulse.enrichment.atlas;

import org.jspecify.annotations.NullMarked;
