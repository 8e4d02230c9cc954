-- Up to where RAW has read a topic.
-- Grain: a partition. Reads etl.offsets and etl.sources. Writes nothing.
-- Rerun: as RAW goes on. Parameters: topicId.
select kafka_partition, next_offset
from etl.offsets
join etl.sources using (source_id)
where topic_id = :topicId
order by kafka_partition
