/**
 * Tests of the Admin API, over HTTP on a running application.
 */
@NullMarked
package io.cartpulse.admin;

import org.jspecify.annotations.NullMarked;
