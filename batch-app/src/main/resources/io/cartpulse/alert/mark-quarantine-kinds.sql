-- Finds kinds of quarantined records that were never seen before, each once, among those after an id.
-- Grain: a kind. Reads dds.quarantine. Writes etl.alert_marks.
-- Rerun: finds new ones only. Parameters: afterId, now.
with kinds as (
    select
        concat_ws('/', 'quarantine', record_type, reason, field) as mark,
        record_type, reason, field, count(*) as records, max(id) as last_id
    from dds.quarantine
    where id > :afterId
    group by record_type, reason, field
),
marked as (
    insert into etl.alert_marks (mark, made_at)
    select mark, :now
    from kinds
    on conflict do nothing
    returning mark
)
select record_type, reason, field, records, last_id, marked.mark is not null as is_new
from kinds
left join marked using (mark)
order by records desc, record_type, reason, field
