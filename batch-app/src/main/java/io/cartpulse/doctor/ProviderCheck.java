package io.cartpulse.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.ProviderStatus.Budget;
import io.cartpulse.enrichment.ReferenceData;
import io.cartpulse.enrichment.provider.ExchangeRateApi;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks at the providers of reference data: keys, budgets, trouble. It asks none of them,
 * for that would cost a request.
 */
@Component
class ProviderCheck implements DoctorCheck {

	private static final String SUBJECT = "reference data";

	private static final String PROPERTIES = "cartpulse.enrichment.";

	private static final String MINUTE = "minute";

	/** What only a change of the configuration mends. */
	private static final Set<String> REFUSALS = Set.of("UNAUTHORIZED", "NOT_IN_PLAN");

	private static final Duration RECENT = Duration.ofDays(1);

	private final ReferenceData reference;

	private final Clock clock;

	ProviderCheck(ReferenceData reference, ObjectProvider<Clock> clock) {
		this.reference = reference;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	@Override
	public String subject() {
		return SUBJECT;
	}

	@Override
	public List<Finding> look() {
		try {
			return byProvider().stream().map(this::finding).toList();
		}
		catch (DataAccessException ex) {
			return List.of(Finding.warn(SUBJECT, "PostgreSQL does not tell the providers' budgets",
					"Mend PostgreSQL first, then ask again."));
		}
	}

	/** Who gives several things stands there once for each. */
	private Collection<List<ProviderStatus>> byProvider() {
		Map<String, List<ProviderStatus>> providers = new LinkedHashMap<>();
		this.reference.status()
			.forEach((status) -> providers.computeIfAbsent(status.provider(), (name) -> new ArrayList<>()).add(status));
		return providers.values();
	}

	private Finding finding(List<ProviderStatus> provider) {
		String name = SUBJECT + ": " + provider.get(0).provider();
		String gives = provider.stream().map(ProviderStatus::gives).collect(Collectors.joining(", "));
		List<ProviderStatus> asked = provider.stream().filter(ProviderStatus::enabled).toList();
		if (asked.isEmpty()) {
			return Finding.ok(name,
					"off; " + PROPERTIES + switchOf(provider.get(0).provider()) + " lets it be asked for " + gives);
		}
		return asked.stream()
			.flatMap((status) -> trouble(name, status).stream())
			.findFirst()
			.orElseGet(() -> Finding.ok(name, "gives " + gives + words(asked)));
	}

	private static String switchOf(String provider) {
		return provider + (provider.equals(ExchangeRateApi.NAME) ? ".enabled" : ".key");
	}

	private Optional<Finding> trouble(String name, ProviderStatus status) {
		String properties = PROPERTIES + status.provider();
		if (isRefused(status)) {
			return Optional.of(Finding.warn(name, "it refuses: " + lastFailure(status), "See that " + properties
					+ ".key is right and that the plan includes " + status.gives() + ", then start again."));
		}
		if (status.breaker() == ProviderStatus.Breaker.OPEN) {
			return Optional.of(Finding.warn(name, "breaker open, it is not asked for a while: " + lastFailure(status),
					"See that " + properties + ".base-url can be reached from here; " + pending(status)
							+ ", which later runs ask for."));
		}
		if (status.pausedUntil() != null) {
			return Optional
				.of(Finding.warn(name, "it is not asked before " + status.pausedUntil() + ": " + lastFailure(status),
						"Nothing, if that is soon: " + pending(status)
								+ ". Else see whether the plan is large enough, and lower " + properties
								+ ".budget-*."));
		}
		return spent(status).map((budget) -> Finding.warn(name,
				"no request left this " + budget.window() + ": " + words(budget) + ", until " + budget.resetsAt(),
				"Wait: " + pending(status) + ". Or raise " + properties + ".budget-per-" + budget.window()
						+ " if the plan allows more."));
	}

	private boolean isRefused(ProviderStatus status) {
		ProviderStatus.Failure failure = status.lastFailure();
		return failure != null && status.pending() > 0 && REFUSALS.contains(failure.category())
				&& failure.at().isAfter(this.clock.instant().minus(RECENT));
	}

	/** A minute's budget is back before anybody has read this. */
	private static Optional<Budget> spent(ProviderStatus status) {
		List<Budget> longestFirst = new ArrayList<>(status.budgets());
		Collections.reverse(longestFirst);
		return longestFirst.stream()
			.filter((budget) -> budget.left() == 0 && !budget.window().equals(MINUTE))
			.findFirst();
	}

	private static String lastFailure(ProviderStatus status) {
		ProviderStatus.Failure failure = status.lastFailure();
		return (failure != null) ? failure.message() + " [" + failure.category() + "]" : "too many requests failed";
	}

	private static String words(List<ProviderStatus> provider) {
		List<Budget> budgets = provider.get(0).budgets();
		String budget = budgets.isEmpty() ? ", on board"
				: ", " + words(budgets.get(budgets.size() - 1)) + " this " + budgets.get(budgets.size() - 1).window();
		String pending = provider.stream()
			.filter((status) -> status.pending() > 0)
			.map(ProviderCheck::pending)
			.collect(Collectors.joining(", "));
		return budget + (pending.isEmpty() ? "" : "; " + pending);
	}

	private static String words(Budget budget) {
		return String.format(Locale.ROOT, "%,d of %,d requests made, %,d left", budget.used(), budget.limit(),
				budget.left());
	}

	private static String pending(ProviderStatus status) {
		return String.format(Locale.ROOT, "%,d %s pending", status.pending(), status.gives());
	}

}
