-- A page of events.
-- Grain: event_key; reads dds.events, feeds warehouse.events.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    event_key as page_key,
    event_key, event_type, "timestamp" as event_ts, user_id, session_id, product_id, order_id, quantity,
    cost_usd, cost_eur, cost_rub, weather_temp, weather_desc, city, country,
    round(lat, 2) || ',' || round(lon, 2) as point
from dds.events
where (load_id, event_key) > (:afterLoad, cast(:afterKey as uuid))
order by load_id, event_key
limit :pageSize
