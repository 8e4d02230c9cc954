-- Keeps what a request was answered.
-- Grain: (actor, key); writes etl.idempotent_requests.
-- Rerun: the same. Parameters: actor, key, status, location, mediaType, body.
update etl.idempotent_requests
set status = :status, location = :location, media_type = :mediaType, body = :body
where actor = :actor and key = :key
