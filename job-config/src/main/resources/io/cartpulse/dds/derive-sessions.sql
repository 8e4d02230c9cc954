-- Start, end, size, user and place of the sessions that this run touched.
-- Grain: session_id; reads etl.touched, dds.events, writes dds.sessions.
-- Rerun: an unchanged session is left as it is. Parameters: loadId, jobInstanceId.
with touched as (
    select key as session_id
    from etl.touched
    where job_instance_id = :jobInstanceId and subject = 'session'
), observed as (
    select
        session_id,
        coalesce(min("timestamp") filter (where event_type = 'session_start'), min("timestamp")) as start_ts,
        coalesce(max("timestamp") filter (where event_type = 'session_end'), max("timestamp")) as end_ts,
        count(*) as event_count,
        (array_agg(user_id order by "timestamp", user_id) filter (where user_id is not null))[1] as user_id,
        (array_agg(array[country, city] order by
            "timestamp" desc, coalesce(country, '') collate "C" desc, coalesce(city, '') collate "C" desc
        ) filter (where country is not null or city is not null)) as places
    from touched
    join dds.events using (session_id)
    group by session_id
), derived as (
    select
        session_id, user_id, start_ts, greatest(start_ts, end_ts) as end_ts, event_count,
        places[1][1] as country, places[1][2] as city
    from observed
)
update dds.sessions as visit
set user_id = derived.user_id, start_ts = derived.start_ts, end_ts = derived.end_ts,
    event_count = derived.event_count, country = derived.country, city = derived.city,
    load_id = :loadId, updated_at = now()
from derived
where visit.session_id = derived.session_id
    and (visit.user_id, visit.start_ts, visit.end_ts, visit.event_count, visit.country, visit.city)
    is distinct from (derived.user_id, derived.start_ts, derived.end_ts, derived.event_count, derived.country,
        derived.city)
