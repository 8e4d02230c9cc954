/**
 * Tests of package doctor.
 */
@NullMarked
package io.cartpulse.doctor;

import org.jspecify.annotations.NullMarked;
