@NullMarked
package io.cartpulse.reference;

import org.jspecify.annotations.NullMarked;
