-- Opens a dead letter that Kafka refused to take, unless somebody else is sending it by now.
-- Grain: (source, partition, offset); writes etl.dead_letter_states.
-- Rerun: finds it open. Parameters: sourceId, partition, offset, claimedAt.
update etl.dead_letter_states
set state = 'open'
where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset and state = 'sending'
    and changed_at = :claimedAt
