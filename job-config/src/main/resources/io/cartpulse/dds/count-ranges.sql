-- How many RAW rows of each type a run will read.
-- Grain: record type; reads etl.run_ranges, raw.*.
-- Rerun: the same ranges give the same counts. Parameters: jobInstanceId.
with ranges as (
    select source_id, kafka_partition, from_offset, to_offset
    from etl.run_ranges
    where job_instance_id = :jobInstanceId
)
select 'USER_PROFILE' as record_type, count(*) as records
from ranges
join raw.user_profiles using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
union all
select 'USER_DEVICE', count(*)
from ranges
join raw.user_devices using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
union all
select 'USER_LOCATION', count(*)
from ranges
join raw.user_locations using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
union all
select 'EVENT', count(*)
from ranges
join raw.events using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
union all
select 'ORDER', count(*)
from ranges
join raw.orders using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
union all
select 'ORDER_ITEM', count(*)
from ranges
join raw.order_items using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
union all
select 'ORDER_STATUS', count(*)
from ranges
join raw.order_status_events using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
union all
select 'CAMPAIGN_EVENT', count(*)
from ranges
join raw.campaign_events using (source_id, kafka_partition)
where kafka_offset >= from_offset and kafka_offset < to_offset
