package io.cartpulse.console;

import io.cartpulse.security.SecuritySettings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What every page of the console has.
 */
@ConditionalOnWebApplication
@ControllerAdvice(annotations = ConsoleController.class)
class PageModel {

	private static final Figures FIGURES = new Figures();

	private final SecuritySettings settings;

	PageModel(SecuritySettings settings) {
		this.settings = settings;
	}

	@ModelAttribute("viewer")
	Viewer viewer(Authentication login) {
		return Viewer.of(login, this.settings.readOnly());
	}

	@ModelAttribute("figures")
	Figures figures() {
		return FIGURES;
	}

}
