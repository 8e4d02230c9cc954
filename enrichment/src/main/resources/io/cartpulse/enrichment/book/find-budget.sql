-- What was used of a provider's budgets in the windows of a moment, and its pause.
-- Grain: provider; reads etl.enrichment_budgets.
-- Rerun: changes nothing. Parameters: provider, starts of minute, day and month.
select
    case when minute_start < :minuteStart then 0 else minute_used end as minute_used,
    case when day_start < :dayStart then 0 else day_used end as day_used,
    case when month_start < :monthStart then 0 else month_used end as month_used,
    paused_until
from etl.enrichment_budgets
where provider = :provider
