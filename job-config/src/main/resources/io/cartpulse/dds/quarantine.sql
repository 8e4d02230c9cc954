-- Records of a chunk that a rule refused.
-- Grain: origin; writes dds.quarantine.
-- Rerun: a record met again stays one row with one more attempt. Parameters: the record's, see RefusalWriter; loadId.
insert into dds.quarantine as refused (
    source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason, field, message, payload, order_id,
    state, load_id
)
values (
    :sourceId, :partition, :offset, :kafkaTimestamp, :recordType, :reason, :field, :message, :payload::jsonb,
    :orderId::uuid, :state, :loadId
)
on conflict (source_id, kafka_partition, kafka_offset) do update
set reason = excluded.reason, field = excluded.field, message = excluded.message, order_id = excluded.order_id,
    attempts = refused.attempts + 1, last_attempt_at = now(), requested = false, load_id = excluded.load_id
