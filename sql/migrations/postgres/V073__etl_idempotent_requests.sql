-- Requests with an Idempotency-Key and what they were answered, so that a request sent again is answered the same.
create table etl.idempotent_requests (
    -- who sent which key
    actor        text not null,
    key          text not null,
    -- what was asked: a hash of method, path and body
    request      bytea not null,
    begun_at     timestamptz not null default clock_timestamp(),
    -- the answer; null as long as there is none
    status       integer,
    location     text,
    media_type   text,
    body         bytea,
    primary key (actor, key)
);
create index idempotent_requests_begun_at on etl.idempotent_requests (begun_at);

do $$
begin
    if exists (select from pg_roles where rolname = 'analyst') then
        revoke all on etl.idempotent_requests from analyst;
    end if;
end
$$;
