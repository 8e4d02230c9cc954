@NullMarked
package io.cartpulse.enrichment.web;

import org.jspecify.annotations.NullMarked;
