-- Counts a request that is about to be made, unless a window is full or the provider wants a pause: no row then.
-- Grain: provider; reads and writes etl.enrichment_budgets.
-- Rerun: counts one more. Parameters: provider, starts of minute, day and month, their limits, now.
insert into etl.enrichment_budgets as budget (
    provider, minute_start, minute_used, day_start, day_used, month_start, month_used
)
values (:provider, :minuteStart, 1, :dayStart, 1, :monthStart, 1)
on conflict (provider) do update
set minute_used = case when budget.minute_start < excluded.minute_start then 1 else budget.minute_used + 1 end,
    day_used = case when budget.day_start < excluded.day_start then 1 else budget.day_used + 1 end,
    month_used = case when budget.month_start < excluded.month_start then 1 else budget.month_used + 1 end,
    minute_start = greatest(budget.minute_start, excluded.minute_start),
    day_start = greatest(budget.day_start, excluded.day_start),
    month_start = greatest(budget.month_start, excluded.month_start)
where (budget.paused_until is null or budget.paused_until <= :now)
    and (budget.minute_start < excluded.minute_start or budget.minute_used < :minuteLimit)
    and (budget.day_start < excluded.day_start or cast(:dayLimit as integer) is null or budget.day_used < :dayLimit)
    and (budget.month_start < excluded.month_start or budget.month_used < :monthLimit)
