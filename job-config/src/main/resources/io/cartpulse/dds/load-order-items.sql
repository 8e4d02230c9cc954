-- Order lines of a chunk. With a line number they are states: the greatest (time, fingerprint) counts; else facts: the smallest.
-- Grain: item_key; reads staged_order_items, writes dds.order_items, etl.reconciliation.
-- Rerun: a losing message changes nothing, the same one at most its time. Parameters: loadId, jobInstanceId, retry.
with ranked as (
    select
        staged_order_items.*,
        row_number() over (
            partition by fact_key
            order by
                case when line_no is null then said_at end, case when line_no is null then fingerprint end,
                said_at desc, fingerprint desc
        ) as copy
    from staged_order_items
), written as (
    insert into dds.order_items as item (
        item_key, fingerprint, generated_at, order_id, line_no, product_id, quantity, price_usd, load_id
    )
    select fact_key, fingerprint, said_at, order_id, line_no::integer, product_id, quantity, price_usd, :loadId
    from ranked
    where copy = 1
    order by fact_key
    on conflict (item_key) do update
    set fingerprint = excluded.fingerprint, generated_at = excluded.generated_at, order_id = excluded.order_id,
        line_no = excluded.line_no, product_id = excluded.product_id, quantity = excluded.quantity,
        price_usd = excluded.price_usd,
        -- the same message again, with another time of its own, is no change for those who read on
        load_id = case when item.fingerprint = excluded.fingerprint then item.load_id else excluded.load_id end,
        updated_at = case when item.fingerprint = excluded.fingerprint then item.updated_at else now() end
    where case
        when excluded.line_no is null
        then (excluded.generated_at, excluded.fingerprint) < (item.generated_at, item.fingerprint)
        else (excluded.generated_at, excluded.fingerprint) > (item.generated_at, item.fingerprint)
    end
    returning new.item_key, old.fingerprint as old_fingerprint, new.fingerprint
), outcomes as (
    select
        (ranked.kafka_timestamp at time zone 'UTC')::date as kafka_date,
        case
            when :retry then 'resolved'
            when copy = 1 and written.fingerprint is distinct from written.old_fingerprint then 'loaded'
            when ranked.fingerprint = coalesce(written.fingerprint,
                (select there.fingerprint from dds.order_items there where there.item_key = ranked.fact_key))
            then 'duplicate'
            else 'superseded'
        end as outcome
    from ranked
    left join written on written.item_key = ranked.fact_key
)
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId, 'order_item', kafka_date, outcome, count(*)
from outcomes
group by kafka_date, outcome
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
