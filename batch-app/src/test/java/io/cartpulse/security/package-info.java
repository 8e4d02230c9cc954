/**
 * Tests of logins, roles and what an attacker would try.
 */
@NullMarked
package io.cartpulse.security;

import org.jspecify.annotations.NullMarked;
