-- A record as it was received, without its origin and its absent fields.
-- Grain: one row at most; reads raw.*.
-- Rerun: only reads. Parameters: sourceId, partition, offset.
with found as (
    select to_jsonb(received) as received
    from raw.user_profiles as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    union all
    select to_jsonb(received)
    from raw.user_devices as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    union all
    select to_jsonb(received)
    from raw.user_locations as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    union all
    select to_jsonb(received)
    from raw.events as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    union all
    select to_jsonb(received)
    from raw.orders as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    union all
    select to_jsonb(received)
    from raw.order_items as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    union all
    select to_jsonb(received)
    from raw.order_status_events as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
    union all
    select to_jsonb(received)
    from raw.campaign_events as received
    where source_id = :sourceId and kafka_partition = :partition and kafka_offset = :offset
)
select
    jsonb_strip_nulls(received - 'source_id' - 'kafka_partition' - 'kafka_offset' - 'kafka_timestamp' - 'load_id')
        as record
from found
