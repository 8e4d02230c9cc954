package io.cartpulse.console;

import java.util.List;
import java.util.function.Function;

import io.cartpulse.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What people have ticked in a list.
 */
final class Ticked {

	private Ticked() {
	}

	/**
	 * Does something with it; the list that comes next tells what became of each.
	 * @param ids what is ticked
	 * @param things what it is, for people
	 * @param redirect takes what is told
	 * @param work does it
	 */
	static <I> void apply(@Nullable List<I> ids, String things, RedirectAttributes redirect,
			Function<List<I>, Object> work) {
		if (ids == null || ids.isEmpty()) {
			redirect.addFlashAttribute(Notice.NAME,
					Notice.refused("Nothing was chosen: tick some " + things + " first."));
			return;
		}
		try {
			redirect.addFlashAttribute("outcome", work.apply(ids));
		}
		catch (ProblemException ex) {
			redirect.addFlashAttribute(Notice.NAME, Notice.refused(ex));
		}
	}

}
