-- Notes who holds a layer now, and counts the holders.
-- Grain: layer; writes etl.layer_locks.
-- Rerun: a holder more. Parameters: layer, holder. Gives the holder's number.
insert into etl.layer_locks as lock (layer, holder, taken_at, fence)
values (?, ?, now(), 1)
on conflict (layer) do update
set holder = excluded.holder, taken_at = excluded.taken_at, fence = lock.fence + 1
returning fence
