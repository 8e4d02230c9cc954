-- Makes a topic known as a source.
-- One row per cluster, topic and topic id; reads nothing, writes etl.sources.
-- A known topic is left as it is. Parameters: cluster id, topic, topic id.
insert into etl.sources (cluster_id, topic, topic_id)
values (?, ?, ?)
on conflict (cluster_id, topic, topic_id) do nothing
