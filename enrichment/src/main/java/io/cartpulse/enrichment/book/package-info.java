/**
 * The books about asking for reference data: budgets, pending values, failures.
 * Interfaces, and their tables in PostgreSQL.
 */
@NullMarked
package io.cartpulse.enrichment.book;

import org.jspecify.annotations.NullMarked;
