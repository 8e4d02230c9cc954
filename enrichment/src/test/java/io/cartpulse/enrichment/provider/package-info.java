@NullMarked
package io.cartpulse.enrichment.provider;

import org.jspecify.annotations.NullMarked;
