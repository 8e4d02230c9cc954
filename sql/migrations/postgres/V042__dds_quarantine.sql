-- Records refused by a rule, with what is needed to mend and retry them.
create table dds.quarantine (
    id               bigint generated always as identity primary key,
    -- origin
    source_id        bigint not null,
    kafka_partition  integer not null,
    kafka_offset     bigint not null,
    kafka_timestamp  timestamptz not null,
    -- why
    record_type      text not null,
    reason           text not null,
    field            text not null,
    message          text not null,
    payload          jsonb not null,
    order_id         uuid,
    -- life
    first_seen_at    timestamptz not null default now(),
    attempts         integer not null default 1,
    last_attempt_at  timestamptz not null default now(),
    state            text not null default 'open' check (state in ('open', 'resolved', 'discarded')),
    load_id          bigint not null,
    unique (source_id, kafka_partition, kafka_offset)
);
create index quarantine_open_orphans on dds.quarantine (order_id) where state = 'open' and reason = 'ORPHAN';
create index quarantine_state on dds.quarantine (state, reason, record_type);
