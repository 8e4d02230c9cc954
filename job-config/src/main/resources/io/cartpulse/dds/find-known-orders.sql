-- Which of some orders are there.
-- Grain: order_id; reads dds.orders.
-- Rerun: changes nothing. Parameters: orderIds.
select order_id
from dds.orders
where order_id = any (:orderIds::uuid[])
order by order_id
