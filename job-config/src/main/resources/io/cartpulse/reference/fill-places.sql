-- City and country of some points' events, where they are absent; their sessions are to be derived anew.
-- Grain: event_key; reads dds.places, writes dds.events, etl.touched.
-- Rerun: finds none. Parameters: keys, loadId, jobInstanceId.
with points as (
    select cast(split_part(key, ',', 1) as numeric) as lat, cast(split_part(key, ',', 2) as numeric) as lon
    from unnest(cast(:keys as text[])) as asked (key)
), written as (
    update dds.events as event
    set city = coalesce(event.city, place.city), country = coalesce(event.country, place.country),
        load_id = :loadId, updated_at = now()
    from points
    join dds.places as place using (lat, lon)
    where event.lat is not null and (event.city is null or event.country is null)
        and round(event.lat, 2) = points.lat and round(event.lon, 2) = points.lon
        and (
            (event.city is null and place.city is not null)
            or (event.country is null and place.country is not null)
        )
    returning event.session_id
)
insert into etl.touched (job_instance_id, subject, key)
select distinct :jobInstanceId, 'session', session_id
from written
where session_id is not null
on conflict do nothing
