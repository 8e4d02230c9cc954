package io.cartpulse.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.cartpulse.embedded.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the marts as the user who may only read them, with the range of days bound.
 *
 * @param url of ClickHouse
 * @param credentials the analyst's among them
 */
record Analyst(String url, Credentials credentials) {

	Answer ask(Card card, LocalDate from, LocalDate to) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.url + "/?param_from=" + from + "&param_to=" + to
					+ "&default_format=JSONCompact&output_format_json_quote_64bit_integers=0"))
			.header("X-ClickHouse-User", this.credentials.analystUser())
			.header("X-ClickHouse-Key", this.credentials.analystPassword())
			.POST(BodyPublishers.ofString(card.sql()))
			.build();
		try {
			HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(response.body());
			}
			return Answer.of(JsonMapper.shared().readTree(response.body()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What ClickHouse said.
	 *
	 * @param columns names
	 * @param types of the columns
	 * @param rows values, as JSON
	 */
	record Answer(List<String> columns, List<String> types, List<List<JsonNode>> rows) {

		private static Answer of(JsonNode json) {
			List<String> columns = new ArrayList<>();
			List<String> types = new ArrayList<>();
			List<List<JsonNode>> rows = new ArrayList<>();
			for (JsonNode column : json.get("meta")) {
				columns.add(column.get("name").asString());
				types.add(column.get("type").asString());
			}
			for (JsonNode row : json.get("data")) {
				List<JsonNode> values = new ArrayList<>();
				row.forEach(values::add);
				rows.add(values);
			}
			return new Answer(columns, types, rows);
		}

	}

}
