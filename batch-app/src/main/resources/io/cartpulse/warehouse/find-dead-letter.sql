-- A dead letter with all its bytes, and what was done with it.
-- Grain: (source, partition, offset); reads raw.dead_letters and etl.dead_letter_states.
-- Rerun: only reads. Parameters: sourceId, partition, offset.
select
    source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason, detail,
    coalesce(state, 'open') as state, changed_at, changed_by, sent_source_id, sent_partition, sent_offset,
    key as key_bytes, octet_length(key) as key_length,
    payload as payload_bytes, octet_length(payload) as payload_length,
    edited as edited_bytes, octet_length(edited) as edited_length
from raw.dead_letters
left join etl.dead_letter_states using (source_id, kafka_partition, kafka_offset)
where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
