-- Items of success orders with their order's day and customer, and their product.
-- Grain: item_key; reads warehouse.order_items, products, orders, writes warehouse.resolved_items.
-- Rerun: the table is emptied before. Parameters: zone.
insert into warehouse.resolved_items (
    order_id, user_id, event_date, product_id, product_name, category_name, quantity, revenue
)
with purchases as (
    select order_id, user_id, toDate(toTimeZone(order_ts, {zone:String})) as event_date
    from warehouse.orders final
    where status in ('success', 'refunded')
), items as (
    select order_id, product_id, quantity, toDecimal128(price_usd, 2) * quantity as revenue
    from warehouse.order_items final
), catalogue as (
    select product_id, product_name, category_name
    from warehouse.products final
)
select
    items.order_id as order_id,
    purchases.user_id as user_id,
    purchases.event_date as event_date,
    items.product_id as product_id,
    coalesce(catalogue.product_name, 'Unknown Product') as product_name,
    coalesce(catalogue.category_name, 'Unknown') as category_name,
    items.quantity as quantity,
    items.revenue as revenue
from items
join purchases on purchases.order_id = items.order_id
left join catalogue on catalogue.product_id = items.product_id
