-- A page of the weather that may have come since the last publication, as of the last load.
-- Grain: point, hour; reads dds.weather, etl.loads, feeds warehouse.weather.
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
        concat_ws('/', lat, lon, hour at time zone 'UTC') collate "C" as page_key,
        concat_ws(',', lat, lon) as point, hour, temperature, sky
    from dds.weather, published
    where updated_at >= begun_at
)
select load_id, page_key, point, hour, temperature, sky
from keyed
where (load_id, page_key) > (:afterLoad, cast(:afterKey as text))
order by load_id, page_key
limit :pageSize
