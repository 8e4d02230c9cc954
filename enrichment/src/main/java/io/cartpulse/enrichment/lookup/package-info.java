/**
 * How a value is looked up: what is kept, what is on board, who is asked; and how all of
 * it is put together from the settings.
 */
@NullMarked
package io.cartpulse.enrichment.lookup;

import org.jspecify.annotations.NullMarked;
