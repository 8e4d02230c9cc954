-- The newest open dead letters of a kind.
-- Grain: (source, partition, offset); reads raw.dead_letters and etl.dead_letter_states.
-- Rerun: only reads. Parameters: rows, open; a line that ends in "if" counts where its parameter is given.
select source_id, kafka_partition, kafka_offset
from raw.dead_letters
left join etl.dead_letter_states using (source_id, kafka_partition, kafka_offset)
where coalesce(state, 'open') = :open
    and reason = :reason -- if reason
    and kafka_timestamp >= :from -- if from
    and kafka_timestamp < :to -- if to
order by kafka_timestamp desc, source_id desc, kafka_partition desc, kafka_offset desc
limit :rows
