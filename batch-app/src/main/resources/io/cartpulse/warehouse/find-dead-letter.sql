-- A dead letter with all its bytes.
-- Grain: (source, partition, offset); reads raw.dead_letters.
-- Rerun: only reads. Parameters: sourceId, partition, offset.
select
    source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason, detail,
    key as key_bytes, octet_length(key) as key_length,
    payload as payload_bytes, octet_length(payload) as payload_length
from raw.dead_letters
where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
