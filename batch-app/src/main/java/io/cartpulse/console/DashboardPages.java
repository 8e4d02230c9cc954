package io.cartpulse.console;

import java.util.Locale;

import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.dashboard.query.Dashboards;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Dashboards, in the viewer's language. A page has the cards' places and definitions; its
 * script asks the API what to draw there.
 */
@ConsoleController
@ConditionalOnWebApplication
class DashboardPages {

	private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

	private final Dashboards dashboards;

	private final JsonMapper json;

	DashboardPages(Dashboards dashboards, JsonMapper json) {
		this.dashboards = dashboards;
		this.json = json;
	}

	@GetMapping("/dashboards")
	String list(Locale locale, Model model) {
		model.addAttribute("language", language(locale));
		model.addAttribute("dashboards", this.dashboards.all());
		return "console/dashboards";
	}

	@GetMapping("/dashboards/{id}")
	String show(@PathVariable String id, Locale locale, Model model) {
		Locale language = language(locale);
		DashboardDefinition dashboard = this.dashboards.get(id);
		model.addAttribute("language", language);
		model.addAttribute("dashboards", this.dashboards.all());
		model.addAttribute("dashboard", dashboard);
		model.addAttribute("today", this.dashboards.range(id, null, null).to());
		model.addAttribute("places",
				dashboard.cards().stream().map((card) -> CardPlace.of(card, language, this.json)).toList());
		return "console/dashboard";
	}

	/** Whoever prefers Russian gets Russian, all others English. */
	private static Locale language(Locale locale) {
		return locale.getLanguage().equals(RUSSIAN.getLanguage()) ? RUSSIAN : Locale.ENGLISH;
	}

}
