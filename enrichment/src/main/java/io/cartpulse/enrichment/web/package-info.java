/**
 * Requests to web APIs: the key put on at the last moment, answers read with distrust,
 * failures told apart, retries and the circuit breaker.
 */
@NullMarked
package io.cartpulse.enrichment.web;

import org.jspecify.annotations.NullMarked;
