-- A page of how records ended since DDS was last made anew. It is read whole at every publication, as of the last load.
-- Grain: kafka_date, stage, record_type, outcome, reason; reads etl.*, dds.quarantine, feeds warehouse.quality_counts.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
with counted_runs as (
    select max(load_id) as load_id, coalesce(max(job_instance_id) filter (where full_rebuild), 0) as first_run
    from etl.loads
), ledger as (
    -- RAW is never made anew, DDS may be
    select stage, kafka_date, record_type, outcome, records
    from etl.reconciliation, counted_runs
    where stage = 'raw' or job_instance_id >= first_run
), counts as (
    select kafka_date, stage, record_type, 'loaded' as outcome, '' as reason, records
    from ledger
    where outcome = 'received'
    union all
    select kafka_date, stage, 'Unknown', outcome, record_type, records
    from ledger
    where outcome = 'dead_letter'
    union all
    select kafka_date, stage, record_type, outcome, '', records
    from ledger
    where stage = 'dds' and outcome <> 'quarantined'
    union all
    select cast(kafka_timestamp at time zone 'UTC' as date), 'dds', record_type, 'quarantined', reason, 1
    from dds.quarantine
    where state <> 'resolved'
    union all
    select kafka_date, 'dds', record_type, 'repaired', '', records
    from etl.repairs, counted_runs
    where job_instance_id >= first_run
), days as (
    select
        -- producers set Kafka's timestamps; a Date in ClickHouse knows no other days
        least(greatest(kafka_date, date '1970-01-01'), date '2149-06-06') as kafka_date,
        stage, record_type, outcome, reason, records
    from counts
), sums as (
    select kafka_date, stage, record_type, outcome, reason, cast(sum(records) as bigint) as records
    from days
    group by kafka_date, stage, record_type, outcome, reason
), keyed as (
    select
        counted_runs.load_id,
        concat_ws('/', kafka_date, stage, record_type, outcome, reason) collate "C" as page_key,
        kafka_date, stage, record_type, outcome, reason, records
    from sums, counted_runs
)
select load_id, page_key, kafka_date, stage, record_type, outcome, reason, records
from keyed
where (load_id, page_key) > (:afterLoad, cast(:afterKey as text))
order by load_id, page_key
limit :pageSize
