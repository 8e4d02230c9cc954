-- Whether a layer's advisory lock is held.
-- Grain: one row at most; reads pg_locks.
-- Rerun: changes nothing. Parameters: both halves of the lock's key.
select 1
from pg_locks
where locktype = 'advisory' and classid::bigint = ? and objid::bigint = ? and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())
limit 1
