package io.cartpulse.security;

import java.io.IOException;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site asks for: a browser adds a remembered
 * password (HTTP Basic) to those too. Browsers say where a request comes from; other
 * programs need not.
 */
final class CrossSiteFilter extends OncePerRequestFilter {

	private final ProblemWriter problems;

	CrossSiteFilter(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String site = request.getHeader("Sec-Fetch-Site");
		boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
		if (foreign && !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
			this.problems.write(request, response, ProblemCode.CROSS_SITE, "Changes are taken from this site only.");
			return;
		}
		chain.doFilter(request, response);
	}

}
