-- Points, to hundredths of a degree, and hours of sessions' events that tell no weather and have none, newest first.
-- Grain: point and hour; reads dds.events, dds.weather.
-- Rerun: only reads. No parameters.
with visited as (
    select distinct round(lat, 2) as lat, round(lon, 2) as lon, date_trunc('hour', "timestamp", 'UTC') as hour
    from dds.events
    where lat is not null and session_id is not null and weather_temp is null and weather_desc is null
)
select lat, lon, hour
from visited
where not exists (
    select from dds.weather as kept
    where kept.lat = visited.lat and kept.lon = visited.lon and kept.hour = visited.hour
)
order by hour desc, lat, lon
