-- Gives an open record other contents; what was received stays in RAW.
-- Grain: id; writes dds.quarantine and etl.corrections.
-- Rerun: one edit more. Parameters: id, payload, by.
with edited as (
    update dds.quarantine
    set payload = :payload::jsonb, edits = edits + 1
    where id = :id and state = 'open'
    returning source_id, kafka_partition, kafka_offset, payload
)
insert into etl.corrections as correction (
    source_id, kafka_partition, kafka_offset, action, payload, made_at, made_by
)
select source_id, kafka_partition, kafka_offset, 'edit', payload, now(), :by
from edited
on conflict (source_id, kafka_partition, kafka_offset) do update
set action = excluded.action, payload = excluded.payload, made_at = excluded.made_at, made_by = excluded.made_by
