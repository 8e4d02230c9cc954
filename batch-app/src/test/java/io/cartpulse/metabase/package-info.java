/**
 * Tests of the provisioner against a double that keeps the rules of Metabase's API.
 */
@NullMarked
package io.cartpulse.metabase;

import org.jspecify.annotations.NullMarked;
