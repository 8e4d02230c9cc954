-- City and country of events that tell none, where their point's place has come or changed; touches their sessions.
-- Grain: event_key; reads dds.places, writes it, dds.events and etl.touched.
-- Rerun: finds no such places. Parameters: loadId, jobInstanceId.
with claimed as (
    select lat, lon
    from dds.places
    where load_id is null
    -- what is being written this moment is for the next load
    for update skip locked
), changed as (
    update dds.places as kept
    set load_id = :loadId
    from claimed
    where kept.lat = claimed.lat and kept.lon = claimed.lon
    returning kept.lat, kept.lon, kept.city, kept.country
), told_by_point as (
    select event_key, changed.city, changed.country
    from changed
    join dds.events on round(events.lat, 2) = changed.lat and round(events.lon, 2) = changed.lon
    where events.lat is not null and (events.city is null or events.country is null)
    union
    select event_key, changed.city, changed.country
    from changed
    join dds.events on round(events.lat, 2) = changed.lat and round(events.lon, 2) = changed.lon
    where city_filled or country_filled
), filled as (
    select
        event_key, session_id,
        case when event.city is null or city_filled then place.city else event.city end as city,
        case when event.country is null or country_filled then place.country else event.country end as country
    from told_by_point as place
    join dds.events as event using (event_key)
), written as (
    update dds.events as event
    set city = filled.city, country = filled.country,
        city_filled = city_filled or event.city is null and filled.city is not null,
        country_filled = country_filled or event.country is null and filled.country is not null,
        load_id = :loadId, updated_at = now()
    from filled
    where event.event_key = filled.event_key
        and (event.city, event.country) is distinct from (filled.city, filled.country)
    returning event.session_id
)
insert into etl.touched (job_instance_id, subject, key)
select distinct :jobInstanceId, 'session', session_id
from written
where session_id is not null
on conflict do nothing
