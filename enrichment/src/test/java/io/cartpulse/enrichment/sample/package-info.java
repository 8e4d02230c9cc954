@NullMarked
package io.cartpulse.enrichment.sample;

import org.jspecify.annotations.NullMarked;
