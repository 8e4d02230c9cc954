-- How many dead letters there are, up to one more than 1000.
-- Grain: one row; reads raw.dead_letters and etl.dead_letter_states.
-- Rerun: only reads. Parameters: a line that ends in "if" counts where its parameter is given.
select count(*)
from (
    select
    from raw.dead_letters
    left join etl.dead_letter_states using (source_id, kafka_partition, kafka_offset)
    where true
        and coalesce(state, 'open') = :open -- if open
        and state = :touched -- if touched
        and reason = :reason -- if reason
        and kafka_timestamp >= :from -- if from
        and kafka_timestamp < :to -- if to
    limit 1001
) as found
