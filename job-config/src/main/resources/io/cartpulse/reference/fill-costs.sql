-- Costs of some days' events in euros and roubles, where they are absent and the day has a rate.
-- Grain: event_key; reads dds.exchange_rates, writes dds.events.
-- Rerun: finds none. Parameters: keys, loadId.
with filled as (
    select
        event_key,
        coalesce(cost_eur, round(cost_usd * eur.rate, 2)) as cost_eur,
        coalesce(cost_rub, round(cost_usd * rub.rate, 2)) as cost_rub
    from dds.events
    left join dds.exchange_rates as eur
        on eur.currency = 'EUR' and eur.rate_date = cast("timestamp" at time zone 'UTC' as date)
    left join dds.exchange_rates as rub
        on rub.currency = 'RUB' and rub.rate_date = cast("timestamp" at time zone 'UTC' as date)
    where cost_usd is not null and (cost_eur is null or cost_rub is null)
        and cast("timestamp" at time zone 'UTC' as date) = any (cast(:keys as date[]))
)
update dds.events as event
set cost_eur = filled.cost_eur, cost_rub = filled.cost_rub, load_id = :loadId, updated_at = now()
from filled
where event.event_key = filled.event_key
    and (event.cost_eur, event.cost_rub) is distinct from (filled.cost_eur, filled.cost_rub)
