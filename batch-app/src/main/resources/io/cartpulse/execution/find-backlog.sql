-- What waits before DDS and before the marts.
-- Grain: one row; reads etl.offsets, etl.watermarks, etl.loads, etl.reconciliation.
-- Rerun: only reads. Parameters: before (an execution; loads of earlier ones count).
select
    (
        select coalesce(sum(offsets.next_offset - coalesce(watermarks.next_offset, 0)), 0)
        from etl.offsets
        left join etl.watermarks using (source_id, kafka_partition)
    ) as unread,
    (
        select coalesce(sum(records), 0)
        from etl.reconciliation
        where outcome in ('loaded', 'resolved') and job_instance_id in (
            select job_instance_id
            from etl.loads
            where published_at is null and load_id < :before
        )
    ) as unpublished
