-- Marks a dead letter as being sent, and gives what is to be sent.
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
    returning source_id, kafka_partition, kafka_offset, edited
)
select letter.key, coalesce(claimed.edited, letter.payload) as payload, letter.kafka_timestamp
from claimed
join raw.dead_letters as letter using (source_id, kafka_partition, kafka_offset)
