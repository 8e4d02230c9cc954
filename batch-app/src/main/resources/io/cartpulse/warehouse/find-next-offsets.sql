-- Up to where RAW has read the partitions of a topic.
-- Grain: partition; reads etl.sources, etl.offsets.
-- Rerun: only reads. Parameters: topicId.
select kafka_partition, next_offset
from etl.sources
join etl.offsets using (source_id)
where topic_id = :topicId
