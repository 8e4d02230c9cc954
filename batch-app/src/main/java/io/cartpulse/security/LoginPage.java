package io.cartpulse.security;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page to log in at.
 */
@Controller
class LoginPage {

	static final String PATH = "/login";

	static final String STYLE = "/login.css";

	/**
	 * Open too: a browser that asks for it with a session that the login is just about to
	 * end would get a new one in its place, and nobody would be logged in.
	 */
	static final String ICON = "/console/icon.svg";

	/** Reached by forwarding only. */
	static final String THROTTLED = "/login/throttled";

	static final String RETRY_AFTER = "retryAfterSeconds";

	private static final String VIEW = "login";

	@GetMapping(PATH)
	String page() {
		return VIEW;
	}

	@RequestMapping(THROTTLED)
	String throttled(@RequestAttribute(name = RETRY_AFTER, required = false) @Nullable Long seconds, Model model) {
		model.addAttribute("minutes", (seconds != null) ? seconds / 60 + 1 : null);
		return VIEW;
	}

}
