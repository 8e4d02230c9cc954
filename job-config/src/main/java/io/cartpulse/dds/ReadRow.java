package io.cartpulse.dds;

import io.cartpulse.source.Reading;

/**
 * A RAW row and what the reading rules made of it.
 *
 * @param row the row
 * @param reading valid or refused
 */
record ReadRow(RawRow row, Reading reading) {
}
