-- A page of dead letters with their first bytes, and what was done with them, newest first.
-- Grain: (source, partition, offset); reads raw.dead_letters and etl.dead_letter_states.
-- Rerun: only reads. Parameters: rows; a line that ends in "if" counts where its parameter is given.
select
    source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason, detail,
    coalesce(state, 'open') as state, changed_at, changed_by, sent_source_id, sent_partition, sent_offset,
    substring(key from 1 for 200) as key_bytes, octet_length(key) as key_length,
    substring(payload from 1 for 500) as payload_bytes, octet_length(payload) as payload_length,
    substring(edited from 1 for 500) as edited_bytes, octet_length(edited) as edited_length
from raw.dead_letters
left join etl.dead_letter_states using (source_id, kafka_partition, kafka_offset)
where true
    and coalesce(state, 'open') = :open -- if open
    and state = :touched -- if touched
    and reason = :reason -- if reason
    and kafka_timestamp >= :from -- if from
    and kafka_timestamp < :to -- if to
    and (kafka_timestamp, source_id, kafka_partition, kafka_offset) -- if afterTime
        < (:afterTime, :afterSource, :afterPartition, :afterOffset) -- if afterTime
order by kafka_timestamp desc, source_id desc, kafka_partition desc, kafka_offset desc
limit :rows
