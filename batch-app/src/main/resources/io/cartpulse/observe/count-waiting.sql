-- What waits in PostgreSQL, what was given up, and when the marts were last published.
-- Grain: one row. Reads etl.offsets, etl.watermarks, etl.offset_gaps, raw.dead_letters, etl.loads, etl.reconciliation, etl.sources.
-- Rerun: as the data goes on. Parameters: none.
with unread as (
    select o.source_id, o.kafka_partition, coalesce(w.next_offset, 0) as from_offset, o.next_offset as to_offset
    from etl.offsets as o
    left join etl.watermarks as w using (source_id, kafka_partition)
    where o.next_offset > coalesce(w.next_offset, 0)
),
without_row as (
    select sum(g.to_offset - g.from_offset) as offsets
    from unread as u
    join etl.offset_gaps as g using (source_id, kafka_partition)
    where g.from_offset >= u.from_offset
    union all
    select count(*)
    from unread as u
    join raw.dead_letters as d using (source_id, kafka_partition)
    where d.kafka_offset >= u.from_offset
),
unpublished as (
    select distinct job_instance_id
    from etl.loads
    where published_at is null
)
select
    (select coalesce(sum(to_offset - from_offset), 0) from unread)
        - (select coalesce(sum(offsets), 0) from without_row) as unread_rows,
    (
        select coalesce(sum(records), 0)
        from etl.reconciliation
        join unpublished using (job_instance_id)
        where outcome in ('loaded', 'resolved')
    ) as unpublished_records,
    (select count(*) from raw.dead_letters) as dead_letters,
    coalesce((select max(published_at) from etl.loads), (select min(registered_at) from etl.sources)) as published_at
