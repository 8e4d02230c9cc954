-- The kept places of some points.
-- Grain: point; reads dds.places.
-- Rerun: changes nothing. Parameters: latitudes, longitudes.
select lat, lon, city, country, country_code, source
from unnest(cast(? as numeric[]), cast(? as numeric[])) as wanted (lat, lon)
join dds.places using (lat, lon)
