-- Users that a chunk names and nobody knew: inferred members, their attributes null until known.
-- Grain: user_id; writes dds.users.
-- Rerun: a known user is left as it is. Parameters: userIds, loadId.
insert into dds.users (user_id, load_id)
select user_id, :loadId
from unnest(:userIds) as named (user_id)
order by user_id
on conflict (user_id) do nothing
