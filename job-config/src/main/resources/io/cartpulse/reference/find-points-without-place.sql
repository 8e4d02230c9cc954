-- Points, to hundredths of a degree, of events without a city or country, newest first, then those whose place gives way.
-- Grain: point; reads dds.events, dds.places.
-- Rerun: only reads. Parameters: the sources whose places give way, with commas between.
select round(event.lat, 2) as lat, round(event.lon, 2) as lon, max(event."timestamp") as latest
from dds.events as event
left join dds.places as place on place.lat = round(event.lat, 2) and place.lon = round(event.lon, 2)
where event.lat is not null and (event.city is null or event.country is null) and place.lat is null
group by round(event.lat, 2), round(event.lon, 2)
union all
select lat, lon, null
from dds.places
where source = any(string_to_array(?, ','))
order by latest desc nulls last, lat, lon
