/**
 * Made-up weather and rates for where nobody real can be asked, always marked as sample.
 * No Spring here.
 */
@NullMarked
package io.cartpulse.enrichment.sample;

import org.jspecify.annotations.NullMarked;
