-- Gives the holder of a layer another name.
-- Grain: layer; writes etl.layer_locks.
-- Rerun: the same name. Parameters: holder, layer, the holder's number.
update etl.layer_locks
set holder = ?
where layer = ? and fence = ?
