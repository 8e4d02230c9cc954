-- Where a chunk's locations put their users on the map: (lat, lon) of the latest message having both.
-- Grain: user; reads staged_user_locations, writes etl.attributes.
-- Rerun: what was said earlier changes nothing. Parameters: loadId.
with said as (
    select distinct on (user_id) user_id, lat, lon, said_at
    from staged_user_locations
    where lat is not null and lon is not null
    order by user_id, said_at desc, lat desc, lon desc
)
insert into etl.attributes as known (subject, key, attribute, number_1, number_2, said_at, load_id)
select 'user', user_id::text, 'point', lat, lon, said_at, :loadId
from said
order by user_id
on conflict (subject, key, attribute) do update
set number_1 = excluded.number_1, number_2 = excluded.number_2, said_at = excluded.said_at,
    load_id = case
        when (known.number_1, known.number_2) = (excluded.number_1, excluded.number_2) then known.load_id
        else excluded.load_id
    end
where (excluded.said_at, excluded.number_1, excluded.number_2) > (known.said_at, known.number_1, known.number_2)
