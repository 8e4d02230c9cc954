-- A page of orders.
-- Grain: order_id; reads dds.orders, feeds warehouse.orders.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    order_id as page_key,
    order_id, user_id, order_ts, total_usd, status, refunded_usd, campaign_id, session_id
from dds.orders
where (load_id, order_id) > (:afterLoad, cast(:afterKey as uuid))
order by load_id, order_id
limit :pageSize
