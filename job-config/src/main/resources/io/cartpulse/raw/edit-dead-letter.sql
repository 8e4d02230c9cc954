-- Keeps what is to be sent in place of an open dead letter; what was received stays in RAW.
-- Grain: (source, partition, offset); reads raw.dead_letters, writes etl.dead_letter_states.
-- Rerun: the last edit counts. Parameters: sourceId, partition, offset, edited, by.
insert into etl.dead_letter_states as kept (
    source_id, kafka_partition, kafka_offset, state, edited, changed_at, changed_by
)
select source_id, kafka_partition, kafka_offset, 'open', :edited, now(), :by
from raw.dead_letters
where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
on conflict (source_id, kafka_partition, kafka_offset) do update
set edited = excluded.edited, changed_at = excluded.changed_at, changed_by = excluded.changed_by
where kept.state = 'open'
