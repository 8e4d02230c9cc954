-- Order statuses of a chunk: of the copies of one the one with the smallest (time, fingerprint) counts.
-- Grain: status_key; reads staged_order_statuses, writes dds.order_status_events, etl.touched, etl.reconciliation.
-- Rerun: one already there is left as it is. Parameters: loadId, jobInstanceId, retry.
with ranked as (
    select
        staged_order_statuses.*,
        row_number() over (partition by fact_key order by said_at, fingerprint) as copy
    from staged_order_statuses
), written as (
    insert into dds.order_status_events as fact (
        status_key, fingerprint, order_id, status, refunded_usd, generated_at, load_id
    )
    select fact_key, fingerprint, order_id, status, refunded_usd, said_at, :loadId
    from ranked
    where copy = 1
    order by fact_key
    on conflict (status_key) do update
    set fingerprint = excluded.fingerprint, order_id = excluded.order_id, status = excluded.status,
        refunded_usd = excluded.refunded_usd, generated_at = excluded.generated_at,
        load_id = excluded.load_id, updated_at = now()
    where (excluded.generated_at, excluded.fingerprint) < (fact.generated_at, fact.fingerprint)
    returning
        new.status_key, old.fingerprint as old_fingerprint, new.fingerprint, old.order_id as old_order_id,
        new.order_id as new_order_id
), touched as (
    insert into etl.touched (job_instance_id, subject, key)
    select distinct :jobInstanceId, 'order', order_id
    from written, lateral (values (old_order_id), (new_order_id)) as named (order_id)
    where order_id is not null
    order by 3
    on conflict do nothing
), outcomes as (
    select
        (ranked.kafka_timestamp at time zone 'UTC')::date as kafka_date,
        case
            when :retry then 'resolved'
            when copy = 1 and written.fingerprint is distinct from written.old_fingerprint then 'loaded'
            when ranked.fingerprint = coalesce(written.fingerprint, (
                select there.fingerprint
                from dds.order_status_events there
                where there.status_key = ranked.fact_key
            )) then 'duplicate'
            else 'superseded'
        end as outcome
    from ranked
    left join written on written.status_key = ranked.fact_key
)
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId, 'order_status', kafka_date, outcome, count(*)
from outcomes
group by kafka_date, outcome
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
