-- Days in UTC with orders that lack a rate, with events that lack a cost, or with rates that give way, newest first.
-- Grain: day; reads dds.orders, events, exchange_rates, etl.missing_rates.
-- Rerun: only reads. Parameters: the currencies, the sources whose rates give way, both with commas between.
with wanted as (
    select unnest(string_to_array(?, ',')) as currency
), order_days as (
    select distinct cast(order_ts at time zone 'UTC' as date) as day
    from dds.orders
)
select day
from order_days
where exists (
    select from wanted
    where not exists (
        select from dds.exchange_rates as kept
        where kept.rate_date = order_days.day and kept.currency = wanted.currency
    ) and not exists (
        select from etl.missing_rates as missing
        where missing.rate_date = order_days.day and missing.currency = wanted.currency
    )
)
union
select cast("timestamp" at time zone 'UTC' as date)
from dds.events
where cost_usd is not null and (cost_eur is null or cost_rub is null)
union
select rate_date
from dds.exchange_rates
where source = any(string_to_array(?, ','))
order by day desc
