-- Orders with their day, revenue, device, place and campaign: what the marts' definitions call an order's own.
-- Grain: order_id; reads orders, campaign_events, users, user_devices, resolved_sessions of warehouse, writes its rows.
-- Rerun: the table is emptied before. Parameters: zone.
insert into warehouse.resolved_orders (
    order_id, user_id, event_date, is_success, revenue, refunded_usd, campaign_id,
    device_type, os, browser, country, city
)
with purchases as (
    select
        order_id, user_id, order_ts, status in ('success', 'refunded') as is_success, total_usd, refunded_usd,
        campaign_id, session_id
    from warehouse.orders final
), unclaimed as (
    select order_id, user_id, order_ts
    from purchases
    where is_success and campaign_id is null and user_id is not null
), touches as (
    select user_id, generated_at, min(campaign_id) as campaign_id
    from warehouse.campaign_events final
    where action in ('view', 'click') and user_id in (select user_id from unclaimed)
    group by user_id, generated_at
), attributed as (
    select unclaimed.order_id as order_id, touches.campaign_id as campaign_id
    from unclaimed
    asof join touches on touches.user_id = unclaimed.user_id and touches.generated_at <= unclaimed.order_ts
    where touches.generated_at >= unclaimed.order_ts - toIntervalHour(14 * 24)
), last_seen_devices as (
    select user_id, max((last_seen, device_type, os, browser)) as latest
    from warehouse.user_devices final
    where user_id in (select user_id from purchases where session_id is null)
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
    where user_id in (select user_id from purchases where session_id is null)
), visits as (
    select session_id, device_type, os, browser, country, city
    from warehouse.resolved_sessions
    where session_id in (select session_id from purchases)
)
select
    purchases.order_id as order_id,
    purchases.user_id as user_id,
    toDate(toTimeZone(purchases.order_ts, {zone:String})) as event_date,
    purchases.is_success as is_success,
    if(purchases.is_success, purchases.total_usd - purchases.refunded_usd, 0) as revenue,
    purchases.refunded_usd as refunded_usd,
    coalesce(purchases.campaign_id, attributed.campaign_id) as campaign_id,
    coalesce(visits.device_type, latest_devices.device_type, 'Unknown') as device_type,
    coalesce(visits.os, latest_devices.os, 'Unknown') as os,
    coalesce(visits.browser, latest_devices.browser, 'Unknown') as browser,
    coalesce(visits.country, user_places.country, 'Unknown') as country,
    coalesce(visits.city, user_places.city, 'Unknown') as city
from purchases
left join attributed on attributed.order_id = purchases.order_id
left join visits on visits.session_id = purchases.session_id
left join latest_devices on latest_devices.user_id = purchases.user_id
left join user_places on user_places.user_id = purchases.user_id
