-- Pairs of products bought together in at least five success orders.
-- Grain: product_a < product_b; reads warehouse.resolved_items, writes aside.product_affinity.
-- Rerun: the table is made anew before. No parameters.
insert into aside.product_affinity (
    product_a, product_b, orders_together, support, confidence_a_b, confidence_b_a, lift
)
with purchases as (
    select distinct order_id, product_id
    from warehouse.resolved_items
), sold as (
    select product_id, count() as orders
    from purchases
    group by product_id
    having orders >= 5
), frequent as (
    -- a pair is in no more orders than either of its products
    select order_id, product_id
    from purchases
    where product_id in (select product_id from sold)
), pairs as (
    select one.product_id as product_a, other.product_id as product_b, count() as orders_together
    from frequent as one
    join frequent as other on other.order_id = one.order_id
    where one.product_id < other.product_id
    group by product_a, product_b
    having orders_together >= 5
)
select
    pairs.product_a as product_a,
    pairs.product_b as product_b,
    pairs.orders_together as orders_together,
    orders_together / (select uniqExact(order_id) from purchases) as support,
    orders_together / sold_a.orders as confidence_a_b,
    orders_together / sold_b.orders as confidence_b_a,
    confidence_a_b / (sold_b.orders / (select uniqExact(order_id) from purchases)) as lift
from pairs
join sold as sold_a on sold_a.product_id = pairs.product_a
join sold as sold_b on sold_b.product_id = pairs.product_b
