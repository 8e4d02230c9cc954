-- Where reading goes on.
-- Grain: (source, partition); reads etl.offsets.
-- Rerun: only reads. Parameters: source.
select kafka_partition, next_offset
from etl.offsets
where source_id = ?
order by kafka_partition
