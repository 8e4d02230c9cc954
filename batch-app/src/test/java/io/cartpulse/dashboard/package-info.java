/**
 * Tests of the dashboards: their definitions, and every card on a shop that the pipeline
 * has published.
 */
@NullMarked
package io.cartpulse.dashboard;

import org.jspecify.annotations.NullMarked;
