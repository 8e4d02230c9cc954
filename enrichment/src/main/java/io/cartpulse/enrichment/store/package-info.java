/**
 * What is kept of reference data: the tables in PostgreSQL that values are read from and
 * written to.
 */
@NullMarked
package io.cartpulse.enrichment.store;

import org.jspecify.annotations.NullMarked;
