-- The kept weather of some points and hours.
-- Grain: point and hour; reads dds.weather.
-- Rerun: changes nothing. Parameters: latitudes, longitudes, hours.
select lat, lon, hour, temperature, sky, description, source
from unnest(cast(? as numeric[]), cast(? as numeric[]), cast(? as timestamptz[])) as wanted (lat, lon, hour)
join dds.weather using (lat, lon, hour)
