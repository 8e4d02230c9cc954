-- Makes a partition known; nothing of it has been read yet.
-- Grain: (source, partition); writes etl.offsets.
-- Rerun: a known partition is left as it is. Parameters: source, partition.
insert into etl.offsets (source_id, kafka_partition, next_offset)
values (?, ?, 0)
on conflict (source_id, kafka_partition) do nothing
