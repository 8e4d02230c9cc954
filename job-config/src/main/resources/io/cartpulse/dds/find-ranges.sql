-- What a run has yet to read of the RAW rows of one type.
-- Grain: (source, partition); reads etl.run_ranges, etl.load_positions.
-- Rerun: changes nothing. Parameters: jobInstanceId, recordType.
with positions as (
    select source_id, kafka_partition, next_offset
    from etl.load_positions
    where job_instance_id = :jobInstanceId and record_type = :recordType
)
select source_id, kafka_partition, coalesce(next_offset, from_offset) as from_offset, to_offset
from etl.run_ranges
left join positions using (source_id, kafka_partition)
where job_instance_id = :jobInstanceId
order by source_id, kafka_partition
