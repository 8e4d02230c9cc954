/**
 * Reference data from outside: exchange rates, places and weather, each with its source.
 * What asks for them knows this package only.
 */
@NullMarked
package io.cartpulse.enrichment;

import org.jspecify.annotations.NullMarked;
