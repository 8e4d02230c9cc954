-- The kept rates of some days, in some currencies.
-- Grain: day and currency; reads dds.exchange_rates.
-- Rerun: changes nothing. Parameters: days, currencies.
select rate_date, currency, rate, source
from dds.exchange_rates
where rate_date = any (cast(? as date[]))
    and currency = any (cast(? as text[]))
order by rate_date, currency
