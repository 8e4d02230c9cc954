-- Status, refund and session of the orders that this run touched.
-- Grain: order_id; reads etl.touched, dds.order_status_events, dds.events, writes dds.orders.
-- Rerun: an unchanged order is left as it is. Parameters: loadId, jobInstanceId.
with touched as (
    select key as order_id
    from etl.touched
    where job_instance_id = :jobInstanceId and subject = 'order'
), latest_status as (
    select distinct on (order_id) order_id, status, generated_at, refunded_usd
    from touched
    join dds.order_status_events using (order_id)
    order by
        order_id, generated_at desc,
        array_position(array['pending', 'success', 'failed', 'cancelled', 'refunded'], status) desc, fingerprint desc
), purchase_session as (
    select distinct on (order_id) order_id, session_id
    from touched
    join dds.events using (order_id)
    where event_type = 'purchase' and session_id is not null
    order by order_id, "timestamp", session_id
), derived as (
    select
        order_id,
        coalesce(latest_status.status, 'pending') as status,
        latest_status.generated_at as status_at,
        case
            when latest_status.status = 'refunded'
            then least(coalesce(latest_status.refunded_usd, total_usd), total_usd)
            else 0
        end as refunded_usd,
        purchase_session.session_id
    from touched
    join dds.orders using (order_id)
    left join latest_status using (order_id)
    left join purchase_session using (order_id)
)
update dds.orders as purchase
set status = derived.status, status_at = derived.status_at, refunded_usd = derived.refunded_usd,
    session_id = derived.session_id, load_id = :loadId, updated_at = now()
from derived
where purchase.order_id = derived.order_id
    and (purchase.status, purchase.status_at, purchase.refunded_usd, purchase.session_id)
    is distinct from (derived.status, derived.status_at, derived.refunded_usd, derived.session_id)
