/**
 * The outside sources: what is asked, how, and what counts as an answer. One class and
 * one settings record per provider.
 */
@NullMarked
package io.cartpulse.enrichment.provider;

import org.jspecify.annotations.NullMarked;
