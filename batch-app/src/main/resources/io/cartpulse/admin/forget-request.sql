-- Forgets a request that has changed nothing, so that it can be sent again.
-- Grain: (actor, key); writes etl.idempotent_requests.
-- Rerun: nothing left to forget. Parameters: actor, key.
delete from etl.idempotent_requests
where actor = :actor and key = :key
