-- Points, to hundredths of a degree, of events without a city or country that may still get one, newest first.
-- Grain: point; reads dds.events, dds.places.
-- Rerun: only reads. No parameters.
select round(event.lat, 2) as lat, round(event.lon, 2) as lon
from dds.events as event
left join dds.places as place on place.lat = round(event.lat, 2) and place.lon = round(event.lon, 2)
where event.lat is not null and (event.city is null or event.country is null)
    and (
        place.lat is null
        or (event.city is null and place.city is not null)
        or (event.country is null and place.country is not null)
    )
group by round(event.lat, 2), round(event.lon, 2)
order by max(event."timestamp") desc, lat, lon
