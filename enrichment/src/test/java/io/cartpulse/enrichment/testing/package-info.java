/**
 * What the tests share: a web server that plays provider, a log that is searched, a clock
 * that is moved, and PostgreSQL.
 */
@NullMarked
package io.cartpulse.enrichment.testing;

import org.jspecify.annotations.NullMarked;
