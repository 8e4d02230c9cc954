/**
 * Directions and forms that the whole project keeps, checked on its classes and sources.
 */
@NullMarked
package io.cartpulse.architecture;

import org.jspecify.annotations.NullMarked;
