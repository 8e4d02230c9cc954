-- How far a chunk got in a partition.
-- Grain: (run, record type, source, partition); writes etl.load_positions.
-- Rerun: within the chunk's transaction only. Parameters: jobInstanceId, recordType, sourceId, partition, nextOffset.
insert into etl.load_positions as position (job_instance_id, record_type, source_id, kafka_partition, next_offset)
values (:jobInstanceId, :recordType, :sourceId, :partition, :nextOffset)
on conflict (job_instance_id, record_type, source_id, kafka_partition) do update
set next_offset = excluded.next_offset
