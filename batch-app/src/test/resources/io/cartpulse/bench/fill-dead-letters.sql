-- Dead letters, of which one in a thousand is too large.
-- Grain: (source, partition, offset); writes raw.dead_letters.
-- Rerun: not meant to be. Parameters: rows.
insert into raw.dead_letters (
    source_id, kafka_partition, kafka_offset, kafka_timestamp, load_id, reason, detail, payload
)
select
    1, number % 6, number, now() - number * interval '1 second', 1,
    case when number % 1000 = 0 then 'TOO_LARGE' else 'NOT_JSON' end, 'no JSON', convert_to(repeat('x', 300), 'UTF8')
from generate_series(1, :rows) as number
