-- Marks a dead letter as being sent, and gives what is to be sent, and whether an earlier try may have arrived.
-- Grain: (source, partition, offset); reads raw.dead_letters, writes etl.dead_letter_states.
-- Rerun: takes one that has had no answer for too long. Parameters: sourceId, partition, offset, by, patience in seconds.
with claimed as (
    insert into etl.dead_letter_states as kept (
        source_id, kafka_partition, kafka_offset, state, changed_at, changed_by
    )
    select source_id, kafka_partition, kafka_offset, 'sending', now(), :by
    from raw.dead_letters
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    on conflict (source_id, kafka_partition, kafka_offset) do update
    set state = excluded.state, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where kept.state = 'open' or kept.state = 'sending' and kept.changed_at < now() - make_interval(secs => :patience)
    returning new.source_id, new.kafka_partition, new.kafka_offset, new.edited, new.changed_at,
        coalesce(old.state = 'sending', false) as may_have_arrived
)
select
    letter.key, coalesce(claimed.edited, letter.payload) as payload, letter.kafka_timestamp,
    claimed.changed_at as claimed_at, claimed.may_have_arrived
from claimed
join raw.dead_letters as letter using (source_id, kafka_partition, kafka_offset)
