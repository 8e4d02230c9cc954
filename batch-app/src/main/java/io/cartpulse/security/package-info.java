/**
 * Who may call what: logins, roles, throttling, headers, and the read-only switch.
 */
@NullMarked
package io.cartpulse.security;

import org.jspecify.annotations.NullMarked;
