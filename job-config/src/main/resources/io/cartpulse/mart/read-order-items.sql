-- A page of order lines.
-- Grain: item_key; reads dds.order_items, feeds warehouse.order_items.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    item_key as page_key,
    item_key, order_id, product_id, quantity, price_usd
from dds.order_items
where (load_id, item_key) > (:afterLoad, cast(:afterKey as uuid))
order by load_id, item_key
limit :pageSize
