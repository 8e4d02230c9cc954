@NullMarked
package io.cartpulse.enrichment.book;

import org.jspecify.annotations.NullMarked;
