-- What the items of each day's success orders come to in the marts of products.
-- Grain: mart, event_date; reads product_performance, category_performance, built aside or visible.
-- Rerun: only reads. Parameters: the database of each mart.
select 'product_performance' as mart, event_date, sum(total_revenue) as figure
from {product_performance:Identifier}.product_performance
group by event_date
union all
select 'category_performance' as mart, event_date, sum(total_revenue) as figure
from {category_performance:Identifier}.category_performance
group by event_date
