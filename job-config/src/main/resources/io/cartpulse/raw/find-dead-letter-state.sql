-- What became of a dead letter.
-- Grain: (source, partition, offset); reads raw.dead_letters and etl.dead_letter_states.
-- Rerun: only reads. Parameters: sourceId, partition, offset.
select coalesce(kept.state, 'open')
from raw.dead_letters as letter
left join etl.dead_letter_states as kept using (source_id, kafka_partition, kafka_offset)
where letter.source_id = :sourceId and letter.kafka_partition = :partition and letter.kafka_offset = :offset
