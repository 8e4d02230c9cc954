/**
 * Whether everything that the pipeline needs is in order, and the mend where it is not.
 */
@NullMarked
package io.cartpulse.doctor;

import org.jspecify.annotations.NullMarked;
