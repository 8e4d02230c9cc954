-- What was sold, by product and order day; revenue before refunds.
-- Grain: product_id, event_date; reads warehouse.resolved_items, writes aside.product_performance.
-- Rerun: the table is made anew before. No parameters.
insert into aside.product_performance (
    product_id, event_date, product_name, category_name, total_quantity, total_revenue, avg_price, orders_count,
    unique_customers
)
select
    product_id,
    event_date,
    any(resolved_items.product_name) as product_name,
    any(resolved_items.category_name) as category_name,
    sum(quantity) as total_quantity,
    sum(revenue) as total_revenue,
    if(total_quantity = 0, 0, toFloat64(total_revenue) / total_quantity) as avg_price,
    uniqExact(order_id) as orders_count,
    uniqExact(user_id) as unique_customers
from warehouse.resolved_items
group by product_id, event_date
