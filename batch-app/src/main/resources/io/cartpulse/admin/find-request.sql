-- A request with its answer, if it has one.
-- Grain: (actor, key); reads etl.idempotent_requests.
-- Rerun: only reads. Parameters: actor, key.
select request, status, location, media_type, body
from etl.idempotent_requests
where actor = :actor and key = :key
