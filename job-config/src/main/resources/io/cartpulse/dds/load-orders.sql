-- Orders of a chunk: of the messages of one order the one with the greatest (time, fingerprint) counts, whole.
-- Grain: order_id; reads staged_orders, writes dds.orders, etl.touched, etl.reconciliation.
-- Rerun: an older message changes nothing, the same one at most its time. Parameters: loadId, jobInstanceId, retry.
with ranked as (
    select
        staged_orders.*,
        row_number() over (partition by order_id order by said_at desc, fingerprint desc) as copy
    from staged_orders
), written as (
    insert into dds.orders as state (
        order_id, fingerprint, generated_at, user_id, order_ts, total_usd, campaign_id, load_id
    )
    select order_id, fingerprint, said_at, user_id, order_ts, total_usd, campaign_id, :loadId
    from ranked
    where copy = 1
    order by order_id
    on conflict (order_id) do update
    set fingerprint = excluded.fingerprint, generated_at = excluded.generated_at, user_id = excluded.user_id,
        order_ts = excluded.order_ts, total_usd = excluded.total_usd, campaign_id = excluded.campaign_id,
        -- derive-orders says it exactly; until then it must not be over the new total
        refunded_usd = least(state.refunded_usd, excluded.total_usd),
        -- the same message again, with a later time of its own, is no change for those who read on
        load_id = case when state.fingerprint = excluded.fingerprint then state.load_id else excluded.load_id end,
        updated_at = case when state.fingerprint = excluded.fingerprint then state.updated_at else now() end
    where (excluded.generated_at, excluded.fingerprint) > (state.generated_at, state.fingerprint)
    returning new.order_id, old.fingerprint as old_fingerprint, new.fingerprint
), touched as (
    insert into etl.touched (job_instance_id, subject, key)
    select :jobInstanceId, 'order', order_id
    from written
    where fingerprint is distinct from old_fingerprint
    order by order_id
    on conflict do nothing
), outcomes as (
    select
        (ranked.kafka_timestamp at time zone 'UTC')::date as kafka_date,
        case
            when :retry then 'resolved'
            when copy = 1 and written.fingerprint is distinct from written.old_fingerprint then 'loaded'
            when ranked.fingerprint = coalesce(written.fingerprint,
                (select there.fingerprint from dds.orders there where there.order_id = ranked.order_id))
            then 'duplicate'
            else 'superseded'
        end as outcome
    from ranked
    left join written on written.order_id = ranked.order_id
)
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId, 'order', kafka_date, outcome, count(*)
from outcomes
group by kafka_date, outcome
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
