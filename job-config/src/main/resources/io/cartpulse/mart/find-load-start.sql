-- When a load began, in microseconds since 1970.
-- Grain: one row; reads etl.loads.
-- Rerun: only reads. Parameters: loadId.
select cast(extract(epoch from started_at) * 1000000 as bigint)
from etl.loads
where load_id = :loadId
