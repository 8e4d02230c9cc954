@NullMarked
package io.cartpulse.enrichment;

import org.jspecify.annotations.NullMarked;
