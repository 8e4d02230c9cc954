-- Sessions with their day, device, place and counts: what the marts' definitions call a session's own.
-- Grain: session_id; reads warehouse.sessions, events, users, user_devices, writes warehouse.resolved_sessions.
-- Rerun: the table is emptied before. Parameters: zone.
insert into warehouse.resolved_sessions (
    session_id, user_id, event_date, start_ts, end_ts, duration_micros, events_count, page_views_count, orders_count,
    has_purchase, device_type, os, browser, country, city
)
with last_seen_devices as (
    select user_id, max((last_seen, device_type, os, browser)) as latest
    from warehouse.user_devices final
    group by user_id
), latest_devices as (
    select
        user_id,
        tupleElement(latest, 2) as device_type,
        tupleElement(latest, 3) as os,
        tupleElement(latest, 4) as browser
    from last_seen_devices
), user_places as (
    select user_id, country, city
    from warehouse.users final
    where country is not null or city is not null
), session_events as (
    select
        session_id,
        countIf(event_type in ('view_page', 'view_product')) as page_views_count,
        uniqExactIf(order_id, event_type = 'purchase') as orders_count,
        countIf(event_type = 'purchase') > 0 as has_purchase
    from warehouse.events final
    where session_id is not null
    group by session_id
), visits as (
    select
        session_id, user_id, start_ts, end_ts, event_count, country, city,
        country is not null or city is not null as has_place
    from warehouse.sessions final
)
select
    visits.session_id as session_id,
    visits.user_id as user_id,
    toDate(toTimeZone(visits.start_ts, {zone:String})) as event_date,
    visits.start_ts as start_ts,
    visits.end_ts as end_ts,
    toUnixTimestamp64Micro(visits.end_ts) - toUnixTimestamp64Micro(visits.start_ts) as duration_micros,
    visits.event_count as events_count,
    coalesce(session_events.page_views_count, 0) as page_views_count,
    coalesce(session_events.orders_count, 0) as orders_count,
    coalesce(session_events.has_purchase, false) as has_purchase,
    coalesce(latest_devices.device_type, 'Unknown') as device_type,
    coalesce(latest_devices.os, 'Unknown') as os,
    coalesce(latest_devices.browser, 'Unknown') as browser,
    coalesce(if(visits.has_place, visits.country, user_places.country), 'Unknown') as country,
    coalesce(if(visits.has_place, visits.city, user_places.city), 'Unknown') as city
from visits
left join session_events on session_events.session_id = visits.session_id
left join latest_devices on latest_devices.user_id = visits.user_id
left join user_places on user_places.user_id = visits.user_id
