-- Who did what, when, from where, and how it ended.
create table etl.audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default clock_timestamp(),
    -- who
    actor    text not null,
    address  text not null,
    -- what
    action   text not null,
    target   text not null,
    -- how it ended
    outcome  text not null,
    detail   text not null
);
create index audit_at on etl.audit (at, id);
create index audit_actor on etl.audit (actor, at, id);
create index audit_action on etl.audit (action, at, id);
comment on column etl.audit.outcome is 'done, or the code of the problem';

do $$
begin
    if exists (select from pg_roles where rolname = 'analyst') then
        revoke all on etl.audit from analyst;
    end if;
end
$$;
