-- What was sold, by category and order day; revenue before refunds.
-- Grain: category_name, event_date; reads warehouse.resolved_items, writes aside.category_performance.
-- Rerun: the table is made anew before. No parameters.
insert into aside.category_performance (
    category_name, event_date, total_quantity, total_revenue, orders_count, unique_customers, avg_order_value
)
select
    category_name,
    event_date,
    sum(quantity) as total_quantity,
    sum(revenue) as total_revenue,
    uniqExact(order_id) as orders_count,
    uniqExact(user_id) as unique_customers,
    if(orders_count = 0, 0, toFloat64(total_revenue) / orders_count) as avg_order_value
from warehouse.resolved_items
group by category_name, event_date
