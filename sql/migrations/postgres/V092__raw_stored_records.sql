-- Every record that RAW holds, whichever table has it: what the ledger counts.
create view raw.stored_records as
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'user_profile' as record_type, 'received' as outcome
from raw.user_profiles
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'user_device', 'received'
from raw.user_devices
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'user_location', 'received'
from raw.user_locations
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'event', 'received'
from raw.events
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'order', 'received'
from raw.orders
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'order_item', 'received'
from raw.order_items
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'order_status', 'received'
from raw.order_status_events
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, 'campaign_event', 'received'
from raw.campaign_events
union all
select source_id, kafka_partition, kafka_offset, kafka_timestamp, reason, 'dead_letter'
from raw.dead_letters;
