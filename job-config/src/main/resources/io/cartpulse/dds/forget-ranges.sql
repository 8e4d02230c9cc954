-- Forgets what runs were to read that were given up: a restart of one finds nothing more to do.
-- Grain: (run, source, partition); reads etl.offsets, watermarks, writes etl.run_ranges.
-- Rerun: finds none. Parameters: jobInstanceId.
with progress as (
    select source_id, kafka_partition, coalesce(watermarks.next_offset, 0) as read_to
    from etl.offsets
    left join etl.watermarks using (source_id, kafka_partition)
)
delete from etl.run_ranges as ranges
using progress
where ranges.source_id = progress.source_id and ranges.kafka_partition = progress.kafka_partition
    -- a run that completed has moved the watermark
    and ranges.to_offset > progress.read_to
    and ranges.job_instance_id <> :jobInstanceId
