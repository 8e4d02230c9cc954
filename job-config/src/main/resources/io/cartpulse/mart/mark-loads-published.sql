-- The marts have these loads.
-- Grain: load_id; writes etl.loads.
-- Rerun: changes nothing. Parameters: lastLoad.
update etl.loads
set published_at = now()
where published_at is null and load_id <= :lastLoad
