-- Who holds a layer.
-- Grain: layer; reads etl.layer_locks.
-- Rerun: changes nothing. Parameters: layer.
select holder || ' since ' || to_char(taken_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
from etl.layer_locks
where layer = ?
