-- Keeps others from becoming a layer's holder until the transaction ends; none when somebody else has become it.
-- Grain: layer; reads etl.layer_locks.
-- Rerun: changes nothing. Parameters: layer, the holder's number.
select 1
from etl.layer_locks
where layer = ? and fence = ?
for share
