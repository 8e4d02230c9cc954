-- Makes weather that has come or changed part of the load: sessions meet it in the marts.
-- Grain: point and hour; writes dds.weather.
-- Rerun: finds none. Parameters: loadId.
with claimed as (
    select lat, lon, hour
    from dds.weather
    where load_id is null
    -- what is being written this moment is for the next load
    for update skip locked
)
update dds.weather as kept
set load_id = :loadId
from claimed
where kept.lat = claimed.lat and kept.lon = claimed.lon and kept.hour = claimed.hour
