-- What the items of each day's success orders come to in DDS.
-- Grain: event_date; reads dds.orders, dds.order_items.
-- Rerun: only reads. Parameters: zone.
select
    cast(order_ts at time zone :zone as date) as event_date,
    sum(quantity * price_usd) as figure
from dds.order_items
join dds.orders using (order_id)
where status in ('success', 'refunded')
group by event_date
order by event_date
