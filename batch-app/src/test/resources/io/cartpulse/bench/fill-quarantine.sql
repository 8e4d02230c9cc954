-- Quarantined records, of which one in ten is open.
-- Grain: id; writes dds.quarantine.
-- Rerun: not meant to be. Parameters: rows.
insert into dds.quarantine (
    source_id, kafka_partition, kafka_offset, kafka_timestamp, record_type, reason, field, message, payload, state,
    load_id
)
select
    1, number % 6, number, now() - number * interval '1 second',
    (array['order', 'order_item', 'event'])[1 + number % 3],
    case when number % 1000 = 0 then 'ORPHAN' else 'BAD_VALUE' end, 'cost_usd', 'cost_usd is no number',
    '{"type": "event"}', case when number % 10 = 0 then 'open' else 'resolved' end, 1
from generate_series(1, :rows) as number
