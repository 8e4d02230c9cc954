-- A page of the rates that may have come since the last publication, as of the last load.
-- Grain: rate_date, currency; reads dds.exchange_rates, etl.loads, feeds warehouse.exchange_rates.
-- Rerun: a page read again is the same page. Parameters: firstLoad, afterLoad, afterKey, pageSize.
with published as (
    select
        -- a row shows when its transaction ends, and has the time at which it began
        coalesce(max(started_at) filter (where load_id < :firstLoad), '-infinity') - interval '1 hour' as begun_at,
        max(load_id) as load_id
    from etl.loads
), keyed as (
    select
        published.load_id,
        concat_ws('/', rate_date, currency) collate "C" as page_key,
        rate_date, currency, rate, source
    from dds.exchange_rates, published
    where updated_at >= begun_at
)
select load_id, page_key, rate_date, currency, rate, source
from keyed
where (load_id, page_key) > (:afterLoad, cast(:afterKey as text))
order by load_id, page_key
limit :pageSize
