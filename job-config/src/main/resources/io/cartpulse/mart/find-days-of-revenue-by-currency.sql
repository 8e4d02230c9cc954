-- The days whose exchange rates have come or changed with some loads.
-- Grain: event_date; reads warehouse.exchange_rates.
-- Rerun: only reads. Parameters: firstLoad.
select distinct rate_date as event_date
from warehouse.exchange_rates final
where version >= {firstLoad:UInt64}
order by event_date
