-- Every session with its device, place and counts.
-- Grain: session_id; reads warehouse.resolved_sessions, writes aside.session_analytics.
-- Rerun: the table is made anew before. No parameters.
insert into aside.session_analytics (
    session_id, user_id, start_time, end_time, duration_seconds, events_count, page_views_count, orders_count,
    conversion_flag, device_type, os, browser, city, country
)
select
    session_id,
    user_id,
    start_ts as start_time,
    end_ts as end_time,
    intDiv(duration_micros, 1000000) as duration_seconds,
    events_count,
    page_views_count,
    orders_count,
    has_purchase as conversion_flag,
    device_type,
    os,
    browser,
    city,
    country
from warehouse.resolved_sessions
