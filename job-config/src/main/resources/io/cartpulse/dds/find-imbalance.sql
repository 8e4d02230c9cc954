-- Where the ledger of a run does not add up to the RAW rows in its ranges; balanced when empty.
-- Grain: (record type, Kafka day); reads etl.run_ranges, raw.*, etl.reconciliation.
-- Rerun: changes nothing. Parameters: jobInstanceId.
with ranges as (
    select source_id, kafka_partition, from_offset, to_offset
    from etl.run_ranges
    where job_instance_id = :jobInstanceId
), read_rows as (
    select record_type, (kafka_timestamp at time zone 'UTC')::date as kafka_date, count(*) as records
    from ranges, lateral (
        select 'user_profile' as record_type, kafka_timestamp
        from raw.user_profiles where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
        union all
        select 'user_device', kafka_timestamp
        from raw.user_devices where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
        union all
        select 'user_location', kafka_timestamp
        from raw.user_locations where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
        union all
        select 'event', kafka_timestamp
        from raw.events where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
        union all
        select 'order', kafka_timestamp
        from raw.orders where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
        union all
        select 'order_item', kafka_timestamp
        from raw.order_items where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
        union all
        select 'order_status', kafka_timestamp
        from raw.order_status_events where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
        union all
        select 'campaign_event', kafka_timestamp
        from raw.campaign_events where (source_id, kafka_partition) = (ranges.source_id, ranges.kafka_partition)
            and kafka_offset >= from_offset and kafka_offset < to_offset
    ) as received
    group by record_type, (kafka_timestamp at time zone 'UTC')::date
), ended as (
    select record_type, kafka_date, sum(records) as records
    from etl.reconciliation
    where job_instance_id = :jobInstanceId and stage = 'dds' and outcome <> 'resolved'
    group by record_type, kafka_date
)
select
    record_type, kafka_date, coalesce(read_rows.records, 0) as read_records, coalesce(ended.records, 0) as ended_records
from read_rows
full join ended using (record_type, kafka_date)
where read_rows.records is distinct from ended.records
order by record_type, kafka_date
