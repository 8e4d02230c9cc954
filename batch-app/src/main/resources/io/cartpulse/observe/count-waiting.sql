-- What waits in PostgreSQL, and when the marts were last published: before that, when the topic was first read.
-- Grain: one row; reads etl.offsets, etl.watermarks, etl.offset_gaps, raw.dead_letters, etl.loads, etl.reconciliation, etl.sources.
-- Rerun: only reads. Parameters: none.
with unread as (
    select source_id, kafka_partition, coalesce(watermarks.next_offset, 0) as from_offset, offsets.next_offset as to_offset
    from etl.offsets
    left join etl.watermarks using (source_id, kafka_partition)
    where offsets.next_offset > coalesce(watermarks.next_offset, 0)
), dead as (
    select count(*) as records
    from unread
    join raw.dead_letters using (source_id, kafka_partition)
    where kafka_offset >= from_offset and kafka_offset < unread.to_offset
), passed as (
    select coalesce(sum(gaps.to_offset - gaps.from_offset), 0) as records
    from unread
    join etl.offset_gaps as gaps using (source_id, kafka_partition)
    where gaps.from_offset >= unread.from_offset and gaps.from_offset < unread.to_offset
), unpublished as (
    select coalesce(sum(records), 0) as records
    from etl.reconciliation
    where outcome in ('loaded', 'resolved') and job_instance_id in (
        select job_instance_id
        from etl.loads
        where published_at is null
    )
)
select
    (select coalesce(sum(to_offset - from_offset), 0) from unread) - dead.records - passed.records as unread_rows,
    unpublished.records as unpublished_records,
    coalesce((select max(published_at) from etl.loads), (select min(registered_at) from etl.sources)) as published_at
from dead
cross join passed
cross join unpublished
