-- A page of exchange rates.
-- Grain: rate_date, currency; reads dds.exchange_rates, feeds warehouse.exchange_rates.
-- Rerun: a page read again is the same page. Parameters: firstLoad, afterLoad, afterKey, pageSize.
select
    load_id,
    (rate_date || '/' || currency) collate "C" as page_key,
    rate_date, currency, rate, source
from dds.exchange_rates
where load_id >= :firstLoad
    and (load_id, (rate_date || '/' || currency) collate "C") > (:afterLoad, cast(:afterKey as text))
order by load_id, page_key
limit :pageSize
