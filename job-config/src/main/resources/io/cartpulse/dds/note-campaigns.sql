-- What a chunk's campaign events say of their campaigns: of name and channel the latest non-null value.
-- Grain: (campaign, attribute); reads staged_campaign_events, writes etl.attributes.
-- Rerun: what was said earlier changes nothing. Parameters: loadId.
with said as (
    select distinct on (campaign_id, attribute) campaign_id, attribute, value, said_at
    from staged_campaign_events, lateral (values
        ('campaign_name', campaign_name), ('channel', channel)
    ) as named (attribute, value)
    where value is not null
    order by campaign_id, attribute, said_at desc, value collate "C" desc
)
insert into etl.attributes as known (subject, key, attribute, value, said_at, load_id)
select 'campaign', campaign_id, attribute, value, said_at, :loadId
from said
order by campaign_id, attribute
on conflict (subject, key, attribute) do update
set value = excluded.value, said_at = excluded.said_at,
    load_id = case when known.value = excluded.value then known.load_id else excluded.load_id end
where (excluded.said_at, excluded.value) > (known.said_at, known.value)
