/**
 * Shows the dashboards in Metabase: sets it up the first time, and keeps what it shows in
 * step with the definitions.
 */
@NullMarked
package io.cartpulse.metabase;

import org.jspecify.annotations.NullMarked;
