-- Takes over how far runs got that were given up: what they had read is not read again.
-- Grain: (record type, source, partition); writes etl.load_positions.
-- Rerun: finds none. Parameters: jobInstanceId.
with given_up as (
    delete from etl.load_positions
    where job_instance_id <> :jobInstanceId
    returning record_type, source_id, kafka_partition, next_offset
)
insert into etl.load_positions (job_instance_id, record_type, source_id, kafka_partition, next_offset)
select :jobInstanceId::bigint, record_type, source_id, kafka_partition, max(next_offset)
from given_up
group by record_type, source_id, kafka_partition
