-- Notes that a request with a key has begun, unless the key is known.
-- Grain: (actor, key); writes etl.idempotent_requests.
-- Rerun: a known key is left as it is. Parameters: actor, key, request.
insert into etl.idempotent_requests (actor, key, request)
values (:actor, :key, :request)
on conflict (actor, key) do nothing
