-- A page of users and their places.
-- Grain: user_id; reads dds.users, feeds warehouse.users.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    user_id as page_key,
    user_id, city, country
from dds.users
where (load_id, user_id) > (:afterLoad, cast(:afterKey as bigint))
order by load_id, user_id
limit :pageSize
