-- Gives a dead letter up that is open, or has had no answer for too long.
-- Grain: (source, partition, offset); reads raw.dead_letters, writes etl.dead_letter_states.
-- Rerun: what is discarded stays so. Parameters: sourceId, partition, offset, by, patience in seconds.
insert into etl.dead_letter_states as kept (source_id, kafka_partition, kafka_offset, state, changed_at, changed_by)
select source_id, kafka_partition, kafka_offset, 'discarded', now(), :by
from raw.dead_letters
where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
on conflict (source_id, kafka_partition, kafka_offset) do update
set state = excluded.state, changed_at = excluded.changed_at, changed_by = excluded.changed_by
where kept.state = 'open' or kept.state = 'sending' and kept.changed_at < now() - make_interval(secs => :patience)
