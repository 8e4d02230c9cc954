-- Where reading goes on.
-- One row per partition; reads etl.offsets, writes nothing.
-- Parameters: source.
select kafka_partition, next_offset
from etl.offsets
where source_id = ?
order by kafka_partition
