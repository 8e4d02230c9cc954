-- Forgets requests that nobody sends again.
-- Grain: (actor, key); writes etl.idempotent_requests.
-- Rerun: nothing left to forget. Parameters: none.
delete from etl.idempotent_requests
where begun_at < now() - interval '7 days'
