-- The id of a topic that is known as a source.
-- Grain: one row; reads etl.sources.
-- Rerun: only reads. Parameters: cluster id, topic, topic id.
select source_id
from etl.sources
where cluster_id = ?
    and topic = ?
    and topic_id = ?
