-- What a run reads: RAW rows that no completed run has read, or all of them for a rebuild.
-- Grain: (source, partition); reads etl.offsets, etl.watermarks, writes etl.run_ranges.
-- Rerun: not called again, a restart reads the same ranges. Parameters: jobInstanceId, rebuild.
insert into etl.run_ranges (job_instance_id, source_id, kafka_partition, from_offset, to_offset)
select
    :jobInstanceId, source_id, kafka_partition,
    case when :rebuild then 0 else coalesce(watermarks.next_offset, 0) end, offsets.next_offset
from etl.offsets
left join etl.watermarks using (source_id, kafka_partition)
where :rebuild or offsets.next_offset > coalesce(watermarks.next_offset, 0)
