-- Gives open records up for good, with the reason for which they were refused.
-- Grain: id; writes dds.quarantine and etl.corrections.
-- Rerun: what is discarded stays so. Parameters: ids, by. Gives the ids that were open.
with discarded as (
    update dds.quarantine
    set state = 'discarded', requested = false
    where id = any (:ids) and state = 'open'
    returning id, source_id, kafka_partition, kafka_offset, reason, field, message
), kept as (
    insert into etl.corrections as correction (
        source_id, kafka_partition, kafka_offset, action, reason, field, message, made_at, made_by
    )
    select source_id, kafka_partition, kafka_offset, 'discard', reason, field, message, now(), :by
    from discarded
    on conflict (source_id, kafka_partition, kafka_offset) do update
    set action = excluded.action, reason = excluded.reason, field = excluded.field, message = excluded.message,
        made_at = excluded.made_at, made_by = excluded.made_by
)
select id
from discarded
order by id
