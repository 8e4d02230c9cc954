-- Sessions, derived from the events that carry their id.
create table dds.sessions (
    session_id   uuid primary key,
    user_id      bigint references dds.users,
    start_ts     timestamptz not null,
    end_ts       timestamptz not null,
    event_count  integer not null check (event_count >= 0),
    city         text,
    country      text,
    load_id      bigint not null,
    updated_at   timestamptz not null default now(),
    check (end_ts >= start_ts)
);
create index sessions_load_id on dds.sessions (load_id, session_id);
