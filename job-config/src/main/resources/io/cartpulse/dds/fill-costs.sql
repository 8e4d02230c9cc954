-- Costs in euros and roubles of events that tell none, where their day's rate has come or changed.
-- Grain: event_key; reads dds.exchange_rates, writes it and dds.events.
-- Rerun: finds no such rates. Parameters: loadId.
with claimed as (
    select rate_date, currency
    from dds.exchange_rates
    where load_id is null
    -- what is being written this moment is for the next load
    for update skip locked
), changed as (
    update dds.exchange_rates as kept
    set load_id = :loadId
    from claimed
    where kept.rate_date = claimed.rate_date and kept.currency = claimed.currency
    returning kept.rate_date, kept.currency, kept.rate
), rates as (
    select
        rate_date,
        max(rate) filter (where currency = 'EUR') as eur,
        max(rate) filter (where currency = 'RUB') as rub
    from changed
    group by rate_date
), told_in_dollars as (
    select event_key, eur, rub
    from rates
    join dds.events on cast("timestamp" at time zone 'UTC' as date) = rate_date
    where cost_usd is not null and (cost_eur is null or cost_rub is null)
    union
    select event_key, eur, rub
    from rates
    join dds.events on cast("timestamp" at time zone 'UTC' as date) = rate_date
    where eur_filled or rub_filled
)
update dds.events as event
set cost_eur = case
        when event.cost_eur is null or eur_filled then coalesce(round(cost_usd * eur, 2), event.cost_eur)
        else event.cost_eur
    end,
    cost_rub = case
        when event.cost_rub is null or rub_filled then coalesce(round(cost_usd * rub, 2), event.cost_rub)
        else event.cost_rub
    end,
    eur_filled = eur_filled or event.cost_eur is null and eur is not null,
    rub_filled = rub_filled or event.cost_rub is null and rub is not null,
    load_id = :loadId, updated_at = now()
from told_in_dollars
where event.event_key = told_in_dollars.event_key
    and (
        (event.cost_eur is null or eur_filled) and event.cost_eur is distinct from
            coalesce(round(cost_usd * eur, 2), event.cost_eur)
        or (event.cost_rub is null or rub_filled) and event.cost_rub is distinct from
            coalesce(round(cost_usd * rub, 2), event.cost_rub)
    )
