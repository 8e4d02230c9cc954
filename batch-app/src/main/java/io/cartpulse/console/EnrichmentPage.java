package io.cartpulse.console;

import io.cartpulse.enrichment.ReferenceData;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where currency rates, places and weather come from, and how much may still be asked
 * for.
 */
@ConsoleController
class EnrichmentPage {

	private final ReferenceData reference;

	EnrichmentPage(ReferenceData reference) {
		this.reference = reference;
	}

	@GetMapping("/enrichment")
	String show(Model model) {
		model.addAttribute("providers", this.reference.status());
		return "console/enrichment";
	}

}
