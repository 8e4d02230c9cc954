-- The kept rates of an hour, in some currencies.
-- Grain: currency; reads etl.latest_rates.
-- Rerun: changes nothing. Parameters: hours, currencies.
select rate_hour, currency, rate, source
from etl.latest_rates
where rate_hour = any (cast(? as timestamptz[]))
    and currency = any (cast(? as text[]))
order by currency
