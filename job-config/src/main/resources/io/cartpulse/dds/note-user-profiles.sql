-- What a chunk's profiles say of their users: of each attribute the latest non-null value.
-- Grain: (user, attribute); reads staged_user_profiles, writes etl.attributes.
-- Rerun: what was said earlier changes nothing. Parameters: loadId.
with said as (
    select distinct on (user_id, attribute) user_id, attribute, value, said_at
    from staged_user_profiles, lateral (values
        ('name', name), ('email', email), ('birth_date', birth_date::text), ('gender', gender)
    ) as named (attribute, value)
    where value is not null
    order by user_id, attribute, said_at desc, value collate "C" desc
)
insert into etl.attributes as known (subject, key, attribute, value, said_at, load_id)
select 'user', user_id::text, attribute, value, said_at, :loadId
from said
order by user_id, attribute
on conflict (subject, key, attribute) do update
set value = excluded.value, said_at = excluded.said_at,
    load_id = case when known.value = excluded.value then known.load_id else excluded.load_id end
where (excluded.said_at, excluded.value) > (known.said_at, known.value)
