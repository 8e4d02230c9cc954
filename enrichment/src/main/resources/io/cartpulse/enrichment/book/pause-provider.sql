-- Notes until when a provider wants to be left alone; the longest wish counts.
-- Grain: provider; writes etl.enrichment_budgets.
-- Rerun: changes nothing. Parameters: provider, until, starts of minute, day and month.
insert into etl.enrichment_budgets as budget (
    provider, minute_start, minute_used, day_start, day_used, month_start, month_used, paused_until
)
values (:provider, :minuteStart, 0, :dayStart, 0, :monthStart, 0, :until)
on conflict (provider) do update
set paused_until = greatest(budget.paused_until, excluded.paused_until)
