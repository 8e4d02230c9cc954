-- The days of sessions that were where weather has come or changed with some loads, and of their orders.
-- Grain: event_date; reads weather, events, orders, resolved_sessions, resolved_orders of warehouse.
-- Rerun: only reads. Parameters: firstLoad.
with changed as (
    select point, intDiv(toUnixTimestamp64Micro(hour), 3600000000) as hour_number
    from warehouse.weather final
    where version >= {firstLoad:UInt64}
), visits as (
    select distinct session_id
    from warehouse.events final
    where session_id is not null
        and (assumeNotNull(point), intDiv(toUnixTimestamp64Micro(event_ts), 3600000000)) in (changed)
)
select distinct event_date
from (
    select event_date
    from warehouse.resolved_sessions
    where session_id in (visits)
    union all
    select event_date
    from warehouse.resolved_orders
    where order_id in (select order_id from warehouse.orders final where session_id in (visits))
)
order by event_date
