package io.cartpulse.admin;

import java.time.Instant;
import java.util.List;

import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.ReferenceData;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where currency rates, places and weather come from.
 */
@RestController
@RequestMapping(Api.ROOT + "/enrichment")
@Tag(name = "enrichment")
class EnrichmentController {

	private final ReferenceData reference;

	EnrichmentController(ReferenceData reference) {
		this.reference = reference;
	}

	@GetMapping
	@Operation(operationId = "listProviders", summary = "How each provider of reference data is doing",
			description = "Budgets, pause, pending and last failure are of all instances; hits, misses and breaker of"
					+ " the one that answers, since it started.")
	List<Provider> providers() {
		return this.reference.status().stream().map(Provider::of).toList();
	}

	/**
	 * A provider.
	 *
	 * @param provider its name
	 * @param gives what it is asked for: rates, latest rates, places or weather
	 * @param enabled whether it is asked at all
	 * @param budgets its budgets, the shortest first; none for what is on board
	 * @param pausedUntil it is not asked before this moment, if there is one
	 * @param breaker CLOSED: requests go out; OPEN: too many failed, none goes out for a
	 * while
	 * @param cacheHits look-ups answered from what was kept
	 * @param cacheMisses look-ups that had to be answered anew
	 * @param pending values wanted and not there
	 * @param lastFailure what went wrong last, if anything ever did
	 */
	record Provider(String provider, String gives, boolean enabled, List<Budget> budgets, @Nullable Instant pausedUntil,
			ProviderStatus.Breaker breaker, long cacheHits, long cacheMisses, long pending,
			@Nullable LastFailure lastFailure) {

		private static Provider of(ProviderStatus status) {
			return new Provider(status.provider(), status.gives(), status.enabled(),
					status.budgets().stream().map(Budget::of).toList(), status.pausedUntil(), status.breaker(),
					status.hits(), status.misses(), status.pending(), LastFailure.of(status.lastFailure()));
		}

	}

	/**
	 * What went wrong last.
	 *
	 * @param category its code, the same in logs and alerts
	 * @param message what happened, in one line without secrets
	 * @param at when
	 */
	record LastFailure(String category, String message, Instant at) {

		private static @Nullable LastFailure of(ProviderStatus.@Nullable Failure failure) {
			return (failure != null) ? new LastFailure(failure.category(), failure.message(), failure.at()) : null;
		}

	}

	/**
	 * A budget of requests.
	 *
	 * @param window minute, day or month, in UTC
	 * @param limit how many requests it allows
	 * @param used how many were made
	 * @param left how many are left
	 * @param resetsAt when the next one begins
	 */
	record Budget(String window, int limit, int used, int left, Instant resetsAt) {

		private static Budget of(ProviderStatus.Budget budget) {
			return new Budget(budget.window(), budget.limit(), budget.used(), budget.left(), budget.resetsAt());
		}

	}

}
