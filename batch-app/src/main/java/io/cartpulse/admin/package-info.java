/**
 * The Admin API: plain JSON under /api/v1.
 */
@NullMarked
package io.cartpulse.admin;

import org.jspecify.annotations.NullMarked;
