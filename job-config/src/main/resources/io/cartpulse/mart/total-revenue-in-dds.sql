-- DDS's own revenue of each day.
-- Grain: event_date; reads dds.orders.
-- Rerun: only reads. Parameters: zone.
select
    cast(order_ts at time zone :zone as date) as event_date,
    sum(total_usd - refunded_usd) as figure
from dds.orders
where status in ('success', 'refunded')
group by event_date
order by event_date
