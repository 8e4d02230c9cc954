-- The store in four numbers.
-- Grain: one row. Reads data_mart.daily_business_summary and data_mart.user_engagement. Writes nothing.
-- Rerun: always the same for the same marts. Parameters: none.
select
    sum(total_orders) as orders,
    sum(successful_orders) as successful_orders,
    sum(total_sessions) as sessions,
    (select count() from data_mart.user_engagement) as users
from data_mart.daily_business_summary
