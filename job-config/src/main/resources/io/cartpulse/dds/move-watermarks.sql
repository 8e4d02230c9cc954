-- Marks the RAW ranges of a completed run as read.
-- Grain: (source, partition); reads etl.run_ranges, writes etl.watermarks.
-- Rerun: the same ranges give the same marks. Parameters: jobInstanceId.
insert into etl.watermarks as mark (source_id, kafka_partition, next_offset)
select source_id, kafka_partition, to_offset
from etl.run_ranges
where job_instance_id = :jobInstanceId
on conflict (source_id, kafka_partition) do update
set next_offset = greatest(mark.next_offset, excluded.next_offset)
