-- The RAW ranges of a run.
-- Grain: (source, partition); reads etl.run_ranges.
-- Rerun: changes nothing. Parameters: jobInstanceId.
select source_id, kafka_partition, from_offset, to_offset
from etl.run_ranges
where job_instance_id = :jobInstanceId
order by source_id, kafka_partition
