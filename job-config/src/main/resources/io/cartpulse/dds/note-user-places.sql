-- Where a chunk's locations put their users: (country, city) of the latest message having either.
-- Grain: user; reads staged_user_locations, writes etl.attributes.
-- Rerun: what was said earlier changes nothing. Parameters: loadId.
with said as (
    select distinct on (user_id) user_id, country, city, said_at
    from staged_user_locations
    where country is not null or city is not null
    order by user_id, said_at desc, coalesce(country, '') collate "C" desc, coalesce(city, '') collate "C" desc
)
insert into etl.attributes as known (subject, key, attribute, value, value_2, said_at, load_id)
select 'user', user_id::text, 'place', country, city, said_at, :loadId
from said
order by user_id
on conflict (subject, key, attribute) do update
set value = excluded.value, value_2 = excluded.value_2, said_at = excluded.said_at,
    load_id = case
        when (known.value, known.value_2) is not distinct from (excluded.value, excluded.value_2) then known.load_id
        else excluded.load_id
    end
where (excluded.said_at, coalesce(excluded.value, ''), coalesce(excluded.value_2, ''))
    > (known.said_at, coalesce(known.value, ''), coalesce(known.value_2, ''))
