-- A page of weather.
-- Grain: point, hour; reads dds.weather, feeds warehouse.weather.
-- Rerun: a page read again is the same page. Parameters: firstLoad, afterLoad, afterKey, pageSize.
select
    load_id,
    cast(lat as text) || '/' || cast(lon as text) || '/'
        || cast(extract(epoch from hour at time zone 'UTC') as text) collate "C" as page_key,
    concat_ws(',', lat, lon) as point, hour, temperature, sky, source
from dds.weather
where load_id >= :firstLoad
    and (
        load_id,
        cast(lat as text) || '/' || cast(lon as text) || '/'
        || cast(extract(epoch from hour at time zone 'UTC') as text) collate "C"
    ) > (:afterLoad, cast(:afterKey as text))
order by load_id, page_key
limit :pageSize
