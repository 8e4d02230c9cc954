-- The shop by day: every session day and every order day.
-- Grain: event_date; reads warehouse.resolved_orders, resolved_sessions, writes aside.daily_business_summary.
-- Rerun: the table is made anew before. No parameters.
insert into aside.daily_business_summary (
    event_date, total_revenue, refunds, total_orders, successful_orders, unique_customers, avg_order_value,
    total_sessions, conversion_rate, new_users
)
with order_days as (
    select
        event_date,
        sum(revenue) as total_revenue,
        sum(refunded_usd) as refunds,
        count() as total_orders,
        countIf(is_success) as successful_orders,
        uniqExact(user_id) as unique_customers
    from warehouse.resolved_orders
    group by event_date
), session_days as (
    select event_date, count() as total_sessions
    from warehouse.resolved_sessions
    group by event_date
), first_orders as (
    select user_id, min(event_date) as event_date
    from warehouse.resolved_orders
    where is_success and user_id is not null
    group by user_id
), new_user_days as (
    select event_date, count() as new_users
    from first_orders
    group by event_date
), days as (
    select event_date from order_days
    union distinct
    select event_date from session_days
), figures as (
    select
        days.event_date as event_date,
        coalesce(order_days.total_revenue, 0) as total_revenue,
        coalesce(order_days.refunds, 0) as refunds,
        coalesce(order_days.total_orders, 0) as total_orders,
        coalesce(order_days.successful_orders, 0) as successful_orders,
        coalesce(order_days.unique_customers, 0) as unique_customers,
        coalesce(session_days.total_sessions, 0) as total_sessions,
        coalesce(new_user_days.new_users, 0) as new_users
    from days
    left join order_days on order_days.event_date = days.event_date
    left join session_days on session_days.event_date = days.event_date
    left join new_user_days on new_user_days.event_date = days.event_date
)
select
    event_date, total_revenue, refunds, total_orders, successful_orders, unique_customers,
    if(successful_orders = 0, 0, toFloat64(total_revenue) / successful_orders) as avg_order_value,
    total_sessions,
    if(total_sessions = 0, 0, successful_orders / total_sessions) as conversion_rate,
    new_users
from figures
