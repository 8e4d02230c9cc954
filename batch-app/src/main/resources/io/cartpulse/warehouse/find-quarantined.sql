-- A page of quarantined records, newest first.
-- Grain: id; reads dds.quarantine.
-- Rerun: only reads. Parameters: rows; a line that ends in "if" counts where its parameter is given.
select
    id, state, record_type, reason, field, message, source_id, kafka_partition, kafka_offset, kafka_timestamp,
    first_seen_at, attempts, last_attempt_at, load_id
from dds.quarantine
where true
    and state = :state -- if state
    and reason = :reason -- if reason
    and record_type = :type -- if type
    and id < :afterId -- if afterId
order by id desc
limit :rows
