-- Points, to hundredths of a degree, and hours: of sessions that tell no weather and have none, or whose gives way.
-- Grain: point and hour, newest first; reads dds.events, dds.weather.
-- Rerun: only reads. Parameters: the sources whose weather gives way, with commas between.
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
union all
select lat, lon, hour
from dds.weather
where source = any(string_to_array(?, ','))
order by hour desc, lat, lon
