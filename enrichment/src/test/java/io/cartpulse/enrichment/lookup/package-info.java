@NullMarked
package io.cartpulse.enrichment.lookup;

import org.jspecify.annotations.NullMarked;
