-- Users as last described.
-- Grain: user_id; reads etl.attributes of this run's loads, writes dds.users.
-- Rerun: an unchanged user is left as it is. Parameters: loadId, jobInstanceId.
with changed as (
    select distinct key
    from etl.attributes
    where subject = 'user'
        and load_id in (select load_id from etl.loads where job_instance_id = :jobInstanceId)
), described as (
    select
        key::bigint as user_id,
        max(value) filter (where attribute = 'name') as name,
        max(value) filter (where attribute = 'email') as email,
        max(value) filter (where attribute = 'birth_date')::date as birth_date,
        max(value) filter (where attribute = 'gender') as gender,
        max(value) filter (where attribute = 'place') as country,
        max(value_2) filter (where attribute = 'place') as city,
        max(number_1) filter (where attribute = 'point') as lat,
        max(number_2) filter (where attribute = 'point') as lon
    from changed
    join etl.attributes using (key)
    where subject = 'user'
    group by key
)
update dds.users as person
set name = described.name, email = described.email, birth_date = described.birth_date, gender = described.gender,
    country = described.country, city = described.city, lat = described.lat, lon = described.lon,
    load_id = :loadId, updated_at = now()
from described
where person.user_id = described.user_id
    and (person.name, person.email, person.birth_date, person.gender, person.country, person.city, person.lat,
        person.lon)
    is distinct from (described.name, described.email, described.birth_date, described.gender, described.country,
        described.city, described.lat, described.lon)
