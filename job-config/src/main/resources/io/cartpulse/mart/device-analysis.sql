-- Sessions by their device and day, success orders by theirs.
-- Grain: device_type, os, browser, event_date; reads warehouse.resolved_sessions, resolved_orders, writes aside.
-- Rerun: the table is made anew before. No parameters.
insert into aside.device_analysis (
    device_type, os, browser, event_date, total_users, total_sessions, total_orders, total_revenue,
    avg_session_duration, conversion_rate
)
with contributions as (
    select
        device_type, os, browser, event_date, user_id as visitor_id, duration_micros, 1 as sessions, 0 as orders,
        toDecimal128(0, 2) as revenue
    from warehouse.resolved_sessions
    union all
    select
        device_type, os, browser, event_date, null as visitor_id, 0 as duration_micros, 0 as sessions, 1 as orders,
        toDecimal128(revenue, 2) as revenue
    from warehouse.resolved_orders
    where is_success
)
select
    device_type,
    os,
    browser,
    event_date,
    uniqExact(visitor_id) as total_users,
    sum(sessions) as total_sessions,
    sum(orders) as total_orders,
    sum(revenue) as total_revenue,
    if(total_sessions = 0, 0, sum(duration_micros) / total_sessions / 1000000) as avg_session_duration,
    if(total_sessions = 0, 0, total_orders / total_sessions) as conversion_rate
from contributions
group by device_type, os, browser, event_date
