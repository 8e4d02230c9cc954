/**
 * What people are told of: runs that failed and work again, limits that are passed.
 */
@NullMarked
package io.cartpulse.alert;

import org.jspecify.annotations.NullMarked;
