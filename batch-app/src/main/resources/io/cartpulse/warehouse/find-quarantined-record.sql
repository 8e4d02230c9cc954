-- A quarantined record with its contents and what an operator did with it.
-- Grain: id; reads dds.quarantine, etl.corrections.
-- Rerun: only reads. Parameters: id.
select
    id, state, record_type, refused.reason, refused.field, refused.message, source_id, kafka_partition, kafka_offset,
    kafka_timestamp, first_seen_at, attempts, last_attempt_at, load_id,
    coalesce(correction.payload, refused.payload) as payload, action, made_at, made_by
from dds.quarantine as refused
left join etl.corrections as correction using (source_id, kafka_partition, kafka_offset)
where id = :id
