@NullMarked
package io.cartpulse.enrichment.atlas;

import org.jspecify.annotations.NullMarked;
