-- How far sessions went with a category's products, and with any.
-- Grain: session day, category_name or All; reads warehouse.events, products, orders, resolved_sessions, writes aside.
-- Rerun: the table is made anew before. No parameters.
insert into aside.funnel_daily (
    event_date, category_name, viewed, added, purchased, paid, add_rate, purchase_rate, paid_rate
)
with catalogue as (
    select product_id, category_name
    from warehouse.products final
    where category_name is not null
), steps as (
    select
        events.session_id as session_id,
        coalesce(catalogue.category_name, 'Unknown') as category_name,
        max(events.event_type = 'view_product') as has_viewed,
        max(events.event_type = 'add_to_cart') as has_added,
        max(events.event_type = 'purchase') as has_purchased
    from (
        select session_id, product_id, event_type
        from warehouse.events final
        where session_id is not null and event_type in ('view_product', 'add_to_cart', 'purchase')
    ) as events
    left join catalogue on catalogue.product_id = events.product_id
    group by session_id, category_name
), paid_sessions as (
    select session_id
    from warehouse.events final
    where session_id is not null and event_type = 'payment_success'
    union distinct
    select session_id
    from warehouse.orders final
    where session_id is not null and status in ('success', 'refunded')
), visits as (
    select
        resolved_sessions.event_date as event_date, steps.session_id as session_id, steps.category_name as category,
        steps.has_viewed as has_viewed, steps.has_added as has_added, steps.has_purchased as has_purchased,
        steps.has_purchased and paid_sessions.session_id is not null as has_paid
    from steps
    join warehouse.resolved_sessions on resolved_sessions.session_id = steps.session_id
    left join paid_sessions on paid_sessions.session_id = steps.session_id
)
select
    event_date,
    category_name,
    uniqExactIf(session_id, has_viewed) as viewed,
    uniqExactIf(session_id, has_added) as added,
    uniqExactIf(session_id, has_purchased) as purchased,
    uniqExactIf(session_id, has_paid) as paid,
    if(viewed = 0, 0, added / viewed) as add_rate,
    if(added = 0, 0, purchased / added) as purchase_rate,
    if(purchased = 0, 0, paid / purchased) as paid_rate
from visits
array join [category, 'All'] as category_name
group by event_date, category_name
