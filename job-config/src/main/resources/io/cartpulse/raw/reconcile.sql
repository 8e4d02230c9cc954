-- The ledger of a run: what it stored by type and Kafka day, and the partitions where that is not what it passed.
-- Grain: a partition out of balance; reads etl.raw_runs, offsets, offset_gaps, raw.*, writes etl.reconciliation.
-- Rerun: counts anew. Parameters: jobInstanceId.
with ranges as (
    select source_id, kafka_partition, from_offset, next_offset as to_offset
    from etl.raw_runs
    join etl.offsets using (source_id, kafka_partition)
    where job_instance_id = :jobInstanceId and next_offset > from_offset
), accounted as materialized (
    select
        ranges.source_id, ranges.kafka_partition, record_type, outcome,
        (kafka_timestamp at time zone 'UTC')::date as kafka_date, count(*) as records
    from ranges
    join raw.stored_records as stored
        on stored.source_id = ranges.source_id and stored.kafka_partition = ranges.kafka_partition
        and kafka_offset >= from_offset and kafka_offset < to_offset
    group by ranges.source_id, ranges.kafka_partition, record_type, outcome, (kafka_timestamp at time zone 'UTC')::date
    union all
    select
        source_id, kafka_partition, kind, 'gap', (noticed_at at time zone 'UTC')::date,
        sum(gaps.to_offset - gaps.from_offset)
    from ranges
    join etl.offset_gaps as gaps using (source_id, kafka_partition)
    where gaps.from_offset >= ranges.from_offset and gaps.from_offset < ranges.to_offset
    group by source_id, kafka_partition, kind, (noticed_at at time zone 'UTC')::date
), ledger as (
    insert into etl.reconciliation (job_instance_id, record_type, kafka_date, outcome, records)
    select :jobInstanceId, record_type, kafka_date, outcome, sum(records)
    from accounted
    group by record_type, kafka_date, outcome
    on conflict (job_instance_id, record_type, kafka_date, outcome) do update
    set records = excluded.records
), sums as (
    select source_id, kafka_partition, sum(records) as records
    from accounted
    group by source_id, kafka_partition
)
select source_id, kafka_partition, to_offset - from_offset as passed, coalesce(sums.records, 0) as accounted_for
from ranges
left join sums using (source_id, kafka_partition)
where to_offset - from_offset <> coalesce(sums.records, 0)
order by source_id, kafka_partition
