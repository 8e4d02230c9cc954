-- Every user that DDS knows: visits, events, orders, and how long ago the last visit was.
-- Grain: user_id; reads warehouse.users, events, resolved_sessions, resolved_orders, writes aside.user_engagement.
-- Rerun: the table is made anew before. Parameters: asOf.
insert into aside.user_engagement (
    user_id, sessions_count, total_events, page_views_count, avg_session_duration_seconds, avg_pages_per_session,
    first_session_date, last_session_date, total_orders, total_revenue, days_since_last_activity
)
with people as (
    select user_id
    from warehouse.users final
), visits as (
    select
        user_id,
        count() as sessions_count,
        sum(page_views_count) as page_views_count,
        sum(duration_micros) as duration_micros,
        min(event_date) as first_session_date,
        max(event_date) as last_session_date
    from warehouse.resolved_sessions
    where user_id is not null
    group by user_id
), activity as (
    select user_id, count() as total_events
    from warehouse.events final
    where user_id is not null
    group by user_id
), purchases as (
    select user_id, count() as total_orders, sum(revenue) as total_revenue
    from warehouse.resolved_orders
    where is_success and user_id is not null
    group by user_id
)
select
    people.user_id as user_id,
    coalesce(visits.sessions_count, 0) as sessions_count,
    coalesce(activity.total_events, 0) as total_events,
    coalesce(visits.page_views_count, 0) as page_views_count,
    coalesce(visits.duration_micros / visits.sessions_count / 1000000, 0) as avg_session_duration_seconds,
    coalesce(visits.page_views_count / visits.sessions_count, 0) as avg_pages_per_session,
    visits.first_session_date as first_session_date,
    visits.last_session_date as last_session_date,
    coalesce(purchases.total_orders, 0) as total_orders,
    coalesce(purchases.total_revenue, 0) as total_revenue,
    toInt32({asOf:Date}) - toInt32(visits.last_session_date) as days_since_last_activity
from people
left join visits on visits.user_id = people.user_id
left join activity on activity.user_id = people.user_id
left join purchases on purchases.user_id = people.user_id
