-- How many RAW rows raw-to-dds has not read.
-- Grain: one row; reads etl.offsets, etl.watermarks, etl.offset_gaps, raw.dead_letters.
-- Rerun: only reads. Parameters: none.
with unread as (
    select source_id, kafka_partition, coalesce(watermarks.next_offset, 0) as from_offset, offsets.next_offset as to_offset
    from etl.offsets
    left join etl.watermarks using (source_id, kafka_partition)
    where offsets.next_offset > coalesce(watermarks.next_offset, 0)
), dead as (
    select count(*) as records
    from unread
    join raw.dead_letters using (source_id, kafka_partition)
    where kafka_offset >= from_offset and kafka_offset < unread.to_offset
), passed as (
    select coalesce(sum(gaps.to_offset - gaps.from_offset), 0) as records
    from unread
    join etl.offset_gaps as gaps using (source_id, kafka_partition)
    where gaps.from_offset >= unread.from_offset and gaps.from_offset < unread.to_offset
)
select coalesce(sum(to_offset - from_offset), 0) - (select records from dead) - (select records from passed)
from unread
