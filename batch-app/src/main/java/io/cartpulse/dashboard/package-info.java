/**
 * Dashboards as code: what is shown, defined once in YAML, whoever shows it.
 */
@NullMarked
package io.cartpulse.dashboard;

import org.jspecify.annotations.NullMarked;
