package io.cartpulse.dashboard.query;

import io.cartpulse.dashboard.Format;
import io.cartpulse.dashboard.LocalText;

/**
 * A column of an answer.
 *
 * @param name its name in the SQL
 * @param type ClickHouse's type
 * @param format how its values are written for people
 * @param title its name for people
 */
public record AnswerColumn(String name, String type, Format format, LocalText title) {

}
