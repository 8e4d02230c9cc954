-- The kept rates of some days, in some currencies; no rate where it is known that there is none.
-- Grain: day and currency; reads dds.exchange_rates, etl.missing_rates.
-- Rerun: changes nothing. Parameters: days, currencies.
with wanted as (
    select rate_date, currency
    from unnest(cast(? as date[])) as days (rate_date)
    cross join unnest(cast(? as text[])) as currencies (currency)
)
select
    wanted.rate_date,
    wanted.currency,
    kept.rate,
    coalesce(kept.source, missing.source) as source
from wanted
left join dds.exchange_rates as kept
    on kept.rate_date = wanted.rate_date
    and kept.currency = wanted.currency
left join etl.missing_rates as missing
    on missing.rate_date = wanted.rate_date
    and missing.currency = wanted.currency
where kept.currency is not null
    or missing.currency is not null
order by wanted.rate_date, wanted.currency
