/**
 * Tests of what dashboards ask the marts, and of its limits.
 */
@NullMarked
package io.cartpulse.dashboard.query;

import org.jspecify.annotations.NullMarked;
