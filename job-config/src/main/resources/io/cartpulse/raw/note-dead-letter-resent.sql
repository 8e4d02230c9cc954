-- Notes as which record a dead letter was sent again.
-- Grain: (source, partition, offset); writes etl.dead_letter_states.
-- Rerun: the first answer counts. Parameters: sourceId, partition, offset, sentSource, sentPartition, sentOffset.
update etl.dead_letter_states
set state = 'resent', changed_at = now(),
    sent_source_id = :sentSource, sent_partition = :sentPartition, sent_offset = :sentOffset
where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset and state = 'sending'
