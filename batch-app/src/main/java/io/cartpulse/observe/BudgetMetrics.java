package io.cartpulse.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

import io.cartpulse.enrichment.ProviderStatus;
import io.cartpulse.enrichment.ProviderStatus.Budget;
import io.cartpulse.enrichment.ReferenceData;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Metrics of the providers' budgets, read from PostgreSQL whenever the
 * {@link PipelineWatch} has looked. No provider is asked.
 */
@Component
class BudgetMetrics {

	private static final Logger logger = LoggerFactory.getLogger(BudgetMetrics.class);

	private final ReferenceData reference;

	private final MultiGauge used;

	private final MultiGauge left;

	BudgetMetrics(MeterRegistry registry, ReferenceData reference) {
		this.reference = reference;
		this.used = gauge(registry, "cartpulse.enrichment.budget.used", "Requests to a provider in the window");
		this.left = gauge(registry, "cartpulse.enrichment.budget.left", "Requests left to a provider in the window");
	}

	private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
		return MultiGauge.builder(name).baseUnit("requests").description(description).register(registry);
	}

	@EventListener(PipelineState.class)
	void show() {
		try {
			Map<Tags, Budget> budgets = budgets();
			show(this.used, budgets, Budget::used);
			show(this.left, budgets, Budget::left);
		}
		catch (DataAccessException ex) {
			logger.debug("the budgets cannot be read now", ex);
		}
	}

	/** A provider that gives several things has one budget for them. */
	private Map<Tags, Budget> budgets() {
		Map<Tags, Budget> budgets = new LinkedHashMap<>();
		for (ProviderStatus status : this.reference.status()) {
			status.budgets()
				.forEach((budget) -> budgets.put(Tags.of("provider", status.provider(), "window", budget.window()),
						budget));
		}
		return budgets;
	}

	private static void show(MultiGauge gauge, Map<Tags, Budget> budgets, ToIntFunction<Budget> figure) {
		gauge.register(budgets.entrySet()
			.stream()
			.<Row<?>>map((budget) -> Row.of(budget.getKey(), figure.applyAsInt(budget.getValue())))
			.toList(), true);
	}

}
