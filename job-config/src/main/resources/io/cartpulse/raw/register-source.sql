-- Makes a topic known as a source.
-- Grain: (cluster, topic, topic id); writes etl.sources.
-- Rerun: a known topic is left as it is. Parameters: cluster id, topic, topic id.
insert into etl.sources (cluster_id, topic, topic_id)
values (?, ?, ?)
on conflict (cluster_id, topic, topic_id) do nothing
