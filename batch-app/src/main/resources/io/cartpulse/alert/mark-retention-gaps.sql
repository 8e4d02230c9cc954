-- Finds what the topic's retention took away unread, each gap once.
-- Grain: a gap. Reads etl.offset_gaps and etl.sources. Writes etl.alert_marks.
-- Rerun: finds new ones only. Parameters: noticedSince, now.
with gaps as (
    select
        concat_ws('/', 'gap', source_id, kafka_partition, from_offset) as mark,
        topic, kafka_partition, from_offset, to_offset
    from etl.offset_gaps
    join etl.sources using (source_id)
    where kind = 'retention' and noticed_at >= :noticedSince
),
marked as (
    insert into etl.alert_marks (mark, made_at)
    select mark, :now
    from gaps
    on conflict do nothing
    returning mark
)
select topic, kafka_partition, from_offset, to_offset
from gaps
join marked using (mark)
order by topic, kafka_partition, from_offset
