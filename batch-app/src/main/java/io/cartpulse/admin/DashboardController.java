package io.cartpulse.admin;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.dashboard.query.CardAnswer;
import io.cartpulse.dashboard.query.CardQueries;
import io.cartpulse.dashboard.query.CsvText;
import io.cartpulse.dashboard.query.Dashboards;
import io.cartpulse.dashboard.query.DateRange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Dashboards and what their cards show.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping(Api.ROOT + "/dashboards")
@Tag(name = "dashboards")
class DashboardController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final Dashboards dashboards;

	private final CardQueries queries;

	DashboardController(Dashboards dashboards, CardQueries queries) {
		this.dashboards = dashboards;
		this.queries = queries;
	}

	@GetMapping
	@Operation(operationId = "listDashboards", summary = "All dashboards, in their order")
	List<DashboardSummary> list() {
		return this.dashboards.all().stream().map(DashboardSummary::of).toList();
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getDashboard", summary = "A dashboard's definition")
	DashboardDefinition get(@PathVariable String id) {
		return this.dashboards.get(id);
	}

	@GetMapping("/{id}/cards/{card}")
	@Operation(operationId = "getCard", summary = "A card's columns and rows, and the builds of the marts it reads")
	CardAnswer card(@PathVariable String id, @PathVariable String card,
			@Parameter(description = "The first day; the dashboard's usual range when left out") @RequestParam(
					required = false) @Nullable LocalDate from,
			@Parameter(description = "The last day; today when left out") @RequestParam(
					required = false) @Nullable LocalDate to) {
		Card asked = this.dashboards.card(id, card);
		return this.queries.answer(id, asked, this.dashboards.range(id, from, to));
	}

	@GetMapping(path = "/{id}/cards/{card}.csv", produces = "text/csv")
	@Operation(operationId = "getCardAsCsv", summary = "A card's rows as CSV, with the same numbers")
	ResponseEntity<byte[]> csv(@PathVariable String id, @PathVariable String card,
			@Parameter(description = "The first day; the dashboard's usual range when left out") @RequestParam(
					required = false) @Nullable LocalDate from,
			@Parameter(description = "The last day; today when left out") @RequestParam(
					required = false) @Nullable LocalDate to) {
		Card asked = this.dashboards.card(id, card);
		DateRange range = this.dashboards.range(id, from, to);
		String name = id + "-" + card + ((asked.period() != null) ? "-" + range.from() + "-" + range.to() : "");
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + ".csv").build().toString())
			.body(CsvText.of(this.queries.answer(id, asked, range)).getBytes(StandardCharsets.UTF_8));
	}

}
