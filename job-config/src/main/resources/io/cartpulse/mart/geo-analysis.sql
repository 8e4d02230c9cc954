-- Sessions by their place and day, success orders by theirs.
-- Grain: country, city, event_date; reads warehouse.resolved_sessions, resolved_orders, writes aside.geo_analysis.
-- Rerun: the table is made anew before. No parameters.
insert into aside.geo_analysis (
    country, city, event_date, total_users, total_sessions, total_orders, total_revenue, avg_order_value,
    conversion_rate
)
with contributions as (
    select
        country, city, event_date, user_id as visitor_id, 1 as sessions, 0 as orders, toDecimal128(0, 2) as revenue
    from warehouse.resolved_sessions
    union all
    select
        country, city, event_date, null as visitor_id, 0 as sessions, 1 as orders, toDecimal128(revenue, 2) as revenue
    from warehouse.resolved_orders
    where is_success
)
select
    country,
    city,
    event_date,
    uniqExact(visitor_id) as total_users,
    sum(sessions) as total_sessions,
    sum(orders) as total_orders,
    sum(revenue) as total_revenue,
    if(total_orders = 0, 0, toFloat64(total_revenue) / total_orders) as avg_order_value,
    if(total_sessions = 0, 0, total_orders / total_sessions) as conversion_rate
from contributions
group by country, city, event_date
